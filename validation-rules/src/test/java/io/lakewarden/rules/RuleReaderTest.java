package io.lakewarden.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lakewarden.rules.check.RuleTypes;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleReaderTest {
    private static final Path FILE = Path.of("checks.yaml");

    @Test
    void saysEveryProblemWithItsPlace() {
        assertThatThrownBy(
                        () -> RuleText.read(
                                FILE,
                                """
                        rules:
                          - check: complte
                            column: id
                          - check: range
                            column: age
                          - check: one_of
                            column: country
                            values: DE
                            severty: warn
                          - check: matches
                            column: "`a"
                            pattern: "["
                            severity: fatal
                          - column: id
                        rule: x
                        """))
                .hasMessageContainingAll(
                        "checks.yaml:2:12: rules[0].check is 'complte'; expected one of complete, unique,",
                        "did you mean 'complete'?",
                        "checks.yaml:4:5: the rule lacks 'min' or 'max'",
                        "checks.yaml:8:13: rules[2].values is no list; expected a list of 1 to 10000 values",
                        "checks.yaml:9:5: unknown key 'severty' in rules[2]; did you mean 'severity'?",
                        "checks.yaml:11:13: rules[3].column: '`a' is no column path: a backtick is left open",
                        "checks.yaml:12:14: rules[3].pattern: '[' is no regular expression",
                        "checks.yaml:13:15: rules[3].severity is 'fatal'; expected one of warn, fail",
                        "checks.yaml:14:5: rules[4] lacks 'check'",
                        "checks.yaml:15:1: unknown key 'rule'; did you mean 'rules'?");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock =
                    """
                    check: mean, column: a                                     | lacks 'at_least' or 'at_most'
                    check: mean, column: a, at_least: 2, at_most: 1            | nothing lies between them
                    check: mean, column: a, at_least: x                        | expected the least number that is right
                    check: complete, column: a, at_least: 2                    | from 0 to 1
                    check: complete, column: a, at_most: 1                     | unknown key 'at_most'
                    check: unique, columns: []                                 | is an empty list
                    check: fresh, column: a, within: 3 days                    | is no duration
                    check: fresh, column: a, within: -P1D                      | is negative
                    check: readable_as, column: a, as: text                    | none of the types
                    check: compare, column: a, is: less, than: b               | none of the comparisons
                    check: semantic, column: a, is: mail                       | did you mean 'email'?
                    check: aggregate, expression: sum(a), at_least: 1, where: b | does not go with the check 'aggregate'
                    check: exists_in, columns: [a, b], in: {path: x, format: delta, columns: c} | expected as many
                    check: exists_in, columns: a, in: {path: x, format: csv, columns: c} | none of delta, parquet
                    check: row_count, at_least: 1, id: a b                     | is no id
                    check: like_reference, column: a, metric: men, within: 0.1 | did you mean 'mean'?
                    """)
    void refusesWhatIsNoRule(String rule, String problem) {
        assertThatThrownBy(() -> People.rules(rule)).hasMessageContaining(problem);
    }

    @Test
    void idsSayWhatIsCheckedAndNothingElse() {
        List<Rule> rules = People.rules(
                "check: mean, column: a, at_least: 1",
                "check: mean, column: a, at_least: 2",
                "check: mean, column: b, at_least: 1");
        assertThat(rules).extracting(Rule::id).doesNotHaveDuplicates().allMatch(id -> id.matches("mean-[0-9a-f]{8}"));
        assertThat(People.rules("severity: warn, owner: x, message: y, check: mean, at_least: 1, column: a")
                        .get(0)
                        .id())
                .isEqualTo(rules.get(0).id());
        assertThatThrownBy(() ->
                        People.rules("check: mean, column: a, at_least: 1", "check: mean, at_least: 1, column: a"))
                .hasMessageContaining("has the id 'mean-")
                .hasMessageContaining("of rules[0]");
    }

    @Test
    void shippedSetsAreRulesAboutTheColumnsThatPlayTheParts() {
        Map<String, String> columns =
                Map.of("id", "`a\"b\\c`", "prediction", "score", "label", "paid", "time", "at 😀");
        for (String name : RuleSets.NAMES) {
            List<Rule> rules = RuleSets.read(name, columns);
            assertThat(rules).hasSizeGreaterThan(3).allMatch(rule -> rule.message()
                    .isPresent());
            assertThat(rules).anyMatch(rule -> rule.check().column().equals("`a\"b\\c`"));
        }
        assertThatThrownBy(() -> RuleSets.read("predictions", Map.of("id", "a")))
                .hasMessage("the set 'predictions' needs the column of prediction; name it under columns, as in"
                        + " {prediction: my_column}");
        assertThatThrownBy(() -> RuleSets.read("event", columns)).hasMessageContaining("did you mean 'events'?");
    }

    @Test
    void typesHaveNamesOfTheirOwn() {
        assertThat(RuleTypes.names()).doesNotHaveDuplicates();
    }
}
