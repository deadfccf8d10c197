package io.lakewarden.benchmarks.validate.worker;

import com.amazon.deequ.VerificationResult;
import com.amazon.deequ.checks.CheckStatus;
import io.lakewarden.result.Finding;
import io.lakewarden.result.Status;
import io.lakewarden.rules.RuleVerification;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import scala.collection.JavaConverters;

/** What became of the rules: for each id, whether it holds. A rule that could not be judged is not there. */
final class Verdicts {
    private Verdicts() {}

    static SortedMap<String, Boolean> of(VerificationResult result) {
        SortedMap<String, Boolean> verdicts = new TreeMap<>();
        JavaConverters.mapAsJavaMap(result.checkResults())
                .forEach((check, found) ->
                        verdicts.put(check.description(), found.status().equals(CheckStatus.Success())));
        return verdicts;
    }

    static SortedMap<String, Boolean> of(List<Finding> findings) {
        SortedMap<String, Boolean> verdicts = new TreeMap<>();
        for (Finding finding : findings) {
            if (finding.source().equals(RuleVerification.SOURCE) && finding.status() != Status.ERROR) {
                verdicts.put(
                        finding.key().substring(finding.key().lastIndexOf('/') + 1), finding.status() == Status.PASS);
            }
        }
        return verdicts;
    }
}
