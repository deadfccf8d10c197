package io.lakewarden.rules;

import static io.lakewarden.rules.RuleExamples.column;
import static org.assertj.core.api.Assertions.assertThat;

import io.lakewarden.profile.DatasetProfile;
import io.lakewarden.spark.JobRecorder;
import io.lakewarden.spark.SparkExtension;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** How many jobs and scans rules take. */
@ExtendWith(SparkExtension.class)
class RuleCostTest {
    private Dataset<Row> people;

    @BeforeEach
    void prepare(SparkSession session) {
        people = People.in(session);
    }

    @Test
    void whatAProfileKnowsStartsNoJob(SparkSession session) throws Exception {
        String[] rules = {
            "check: complete, column: left",
            "check: unique, columns: id",
            "check: range, column: age, min: 20, max: 29",
            "check: range, column: age, min: 25",
            "check: range, column: joined, min: 2026-01-01, max: 2026-01-10",
            "check: range, column: at, min: '2026-01-01T12:00:00Z', max: 2026-02-01",
            "check: one_of, column: country, values: [DE]",
            "check: matches, column: email, pattern: '@'",
            "check: length, column: email, min: 7",
            "check: row_count, at_least: 1",
            "check: fresh, column: at, within: P1D",
            "check: mean, column: age, at_least: 1",
            "check: quantile, column: age, quantile: 0.5, at_least: 1",
            "check: distinct_count, column: pair, at_least: 1"
        };
        DatasetProfile profile = People.profile(people);

        assertThat(jobs(session, people, profile, rules)).isEmpty();
    }

    @Test
    void whatAProfileKnowsRoughlyIsRead(SparkSession session) throws Exception {
        Dataset<Row> many = session.range(0, 3000, 1, 1)
                .selectExpr(
                        "id", "cast(id as string) as name", "date_add(date'2026-01-01', cast(id % 31 as int)) as day");
        DatasetProfile profile = People.profile(many);
        for (String rule : List.of(
                "check: unique, columns: id",
                "check: unique, columns: name",
                "check: distinct_count, column: id, at_least: 2",
                "check: one_of, column: id, values: [1]",
                "check: matches, column: name, pattern: '^[0-9]+$'",
                "check: length, column: name, min: 2",
                "check: range, column: day, min: 2026-01-02",
                "check: range, column: day, max: 2026-01-30")) {
            assertThat(jobs(session, many, profile, rule)).as(rule).isNotEmpty();
        }
        for (String rule : List.of(
                "check: length, column: name, min: 1, max: 4",
                "check: range, column: day, min: 2026-01-01, max: 2026-01-31",
                "check: quantile, column: id, quantile: 0.5, at_most: 2900",
                "check: quantile, column: id, quantile: 0.5, at_least: 2900")) {
            assertThat(jobs(session, many, profile, rule)).as(rule).isEmpty();
        }
    }

    @Test
    void groupingACoupleOfColumnsTakesTwoScansHoweverManyRulesAskForIt(SparkSession session) throws Exception {
        assertThat(jobs(session, List.of("check: unique, columns: [id, age]")))
                .hasSizeLessThanOrEqualTo(4)
                .isEqualTo(jobs(
                        session,
                        List.of(
                                "check: unique, columns: [id, age]",
                                "check: unique, columns: [id, age], at_least: 0.5",
                                "check: unique, columns: [id, age], keep_first_by: at")));
    }

    @Test
    void allRulesWithoutGroupsShareOneScan(SparkSession session) throws Exception {
        List<String> one = List.of("check: complete, column: left");
        List<String> many = column(1).stream()
                .filter(rule -> !rule.matches("check: (unique|primary_key|entropy|distinct).*"))
                .toList();
        assertThat(many).hasSizeGreaterThan(50);

        assertThat(jobs(session, many)).isEqualTo(jobs(session, one));
    }

    /** Those of rules over rows with a profile. */
    private static List<Integer> jobs(SparkSession session, Dataset<Row> rows, DatasetProfile profile, String... rules)
            throws Exception {
        return JobRecorder.stagesOfJobs(session, () -> new RuleVerification(People.data(rows), Optional.of(profile))
                .findings(People.rules(rules)));
    }

    private List<Integer> jobs(SparkSession session, List<String> rules) throws Exception {
        return JobRecorder.stagesOfJobs(session, () -> People.findings(people, rules.toArray(String[]::new)));
    }
}
