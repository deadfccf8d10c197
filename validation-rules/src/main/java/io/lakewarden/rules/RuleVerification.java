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
import io.lakewarden.rules.measure.Outcome.Judged;
import io.lakewarden.rules.sql.SparkMessages;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

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
        return judge(rules).stream().map(JudgedRule::finding).toList();
    }

    /** What became of each rule, in their order. */
    public List<JudgedRule> judge(List<Rule> rules) {
        List<ReadRule> read = rules.stream().map(this::read).toList();
        IdentityHashMap<ReadRule, List<Outcome>> outcomes = new IdentityHashMap<>();
        judge(read.stream().filter(it -> it.rows() == data.rows()).toList(), data.rows(), outcomes);
        // A rule that looks into another table has a run of its own: where that table cannot be read, the others are.
        read.stream().filter(it -> it.rows() != data.rows()).forEach(it -> judge(List.of(it), it.rows(), outcomes));
        return read.stream()
                .map(it -> new JudgedRule(
                        it.rule(),
                        RuleFindings.of(it.rule(), it.parts(), outcomes.get(it), it.problem()),
                        it.problem().isEmpty() && holdsOfEveryRow(it.parts(), outcomes.get(it))))
                .toList();
    }

    private static boolean holdsOfEveryRow(List<RulePart> parts, List<Outcome> outcomes) {
        return parts.stream().allMatch(RulePart::isShare)
                && outcomes.stream().allMatch(it -> it instanceof Judged judged && judged.value() == 1);
    }

    private void judge(List<ReadRule> rules, Dataset<Row> rows, IdentityHashMap<ReadRule, List<Outcome>> outcomes) {
        List<Request> requests = rules.stream()
                .flatMap(it -> it.parts().stream()
                        .map(part -> new Request(part.measure(), part.bounds(), known(it.rule(), part))))
                .toList();
        Iterator<Outcome> all = DeequAnalysis.run(rows, requests).iterator();
        rules.forEach(it ->
                outcomes.put(it, it.parts().stream().map(part -> all.next()).toList()));
    }

    /** A rule's {@code where} leaves rows out that the profile is of. */
    private Optional<KnownValue> known(Rule rule, RulePart part) {
        return profile.filter(it -> rule.where().isEmpty())
                .flatMap(part.known())
                .filter(it -> it.decides(part.bounds()));
    }

    private ReadRule read(Rule rule) {
        try {
            RuleScope scope = new RuleScope(data, rule.where());
            List<RulePart> parts = rule.check().parts(scope);
            return new ReadRule(rule, parts, scope.dataset(), Optional.empty());
        } catch (RuleException e) {
            return unread(rule, e.getMessage());
        } catch (Exception e) { // Scala throws AnalysisException without declaring it.
            return unread(rule, SparkMessages.brief(e));
        }
    }

    private ReadRule unread(Rule rule, String problem) {
        return new ReadRule(rule, List.of(), data.rows(), Optional.of(problem));
    }

    /** What a rule looks like against these data. */
    private record ReadRule(Rule rule, List<RulePart> parts, Dataset<Row> rows, Optional<String> problem) {}
}
