package io.lakewarden.rules;

import io.lakewarden.profile.DatasetProfile;
import io.lakewarden.result.Finding;
import io.lakewarden.rules.check.RuleData;
import io.lakewarden.rules.check.RuleException;
import io.lakewarden.rules.check.RulePart;
import io.lakewarden.rules.check.RuleScope;
import io.lakewarden.rules.deequ.DeequAnalysis;
import io.lakewarden.rules.deequ.DeequAnalysis.Request;
import io.lakewarden.rules.measure.KnownValue;
import io.lakewarden.rules.measure.Outcome;
import io.lakewarden.rules.sql.SparkMessages;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * Holds rows against rules. What a profile of the same rows knows exactly is taken from there; all else is one run of
 * Deequ. A rule that does not fit the data is one ERROR finding, and the others are judged all the same.
 */
public final class RuleVerification {
    /** The source of these findings. */
    public static final String SOURCE = "rules";

    private final RuleData data;
    private final Optional<DatasetProfile> profile;

    /**
     * Rows to be held against rules.
     *
     * @param profile the profile of exactly these rows; absent where there is none
     */
    public RuleVerification(RuleData data, Optional<DatasetProfile> profile) {
        this.data = data;
        this.profile = profile;
    }

    /** The key of a rule's finding. */
    public static String key(Rule rule) {
        return RuleFindings.key(rule);
    }

    /** One finding for each rule, in their order. */
    public List<Finding> findings(List<Rule> rules) {
        List<ReadRule> read = rules.stream().map(this::read).toList();
        List<Request> requests = read.stream()
                .flatMap(it -> it.parts().stream()
                        .map(part -> new Request(part.measure(), part.bounds(), known(it.rule(), part))))
                .toList();
        Iterator<Outcome> outcomes = DeequAnalysis.run(data.rows(), requests).iterator();
        List<Finding> findings = new ArrayList<>();
        for (ReadRule it : read) {
            List<Outcome> ofRule =
                    it.parts().stream().map(part -> outcomes.next()).toList();
            findings.add(RuleFindings.of(it.rule(), it.parts(), ofRule, it.problem()));
        }
        return findings;
    }

    /** A rule's {@code where} leaves rows out that the profile is of. */
    private Optional<KnownValue> known(Rule rule, RulePart part) {
        return profile.filter(it -> rule.where().isEmpty())
                .flatMap(part.known())
                .filter(it -> it.decides(part.bounds()));
    }

    private ReadRule read(Rule rule) {
        try {
            List<RulePart> parts = rule.check().parts(new RuleScope(data, rule.where()));
            return new ReadRule(rule, parts, Optional.empty());
        } catch (RuleException e) {
            return new ReadRule(rule, List.of(), Optional.of(e.getMessage()));
        } catch (Exception e) { // Scala throws AnalysisException without declaring it.
            return new ReadRule(rule, List.of(), Optional.of(SparkMessages.brief(e)));
        }
    }

    /** What a rule looks like against these data. */
    private record ReadRule(Rule rule, List<RulePart> parts, Optional<String> problem) {}
}
