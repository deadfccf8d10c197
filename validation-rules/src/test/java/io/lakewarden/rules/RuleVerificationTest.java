package io.lakewarden.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.lakewarden.profile.DatasetProfile;
import io.lakewarden.result.Finding;
import io.lakewarden.result.Status;
import io.lakewarden.rules.check.RuleTypes;
import io.lakewarden.spark.JobRecorder;
import io.lakewarden.spark.SparkExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Every type of rule through YAML, over real rows. */
@ExtendWith(SparkExtension.class)
class RuleVerificationTest {
    private static final String EXAMPLES =
            """
            PASS  | check: complete, column: email | 100% of 10 rows
            FAIL  | check: complete, column: left | 90% of 10 rows
            PASS  | check: complete, column: left, at_least: 0.9 | 90% of 10 rows
            WARN  | check: complete, column: left, severity: warn, id: warned | 90% of 10 rows
            ERROR | check: complete, column: email, where: id > 99 | undecided
            ERROR | check: complete, column: nobody | undecided
            PASS  | check: unique, columns: id | 100% of 10 rows
            FAIL  | check: unique, columns: pair | 0% of 10 rows
            PASS  | check: unique, columns: [pair, age] | 100% of 10 rows
            PASS  | check: unique, columns: pair, where: id % 2 = 0 | 100% of 5 rows
            FAIL  | check: unique, columns: country, where: "id in (0, 1, 2)" | 33.33% of 3 rows
            ERROR | check: unique, columns: nothing | undecided
            PASS  | check: primary_key, columns: [pair, age] | 100% of 10 rows; 100% of 10 rows; 100% of 10 rows
            FAIL  | check: primary_key, columns: pair | 100% of 10 rows; 0% of 10 rows
            FAIL  | check: primary_key, columns: nothing | 0% of 10 rows; undecided
            PASS  | check: range, column: age, min: 20, max: 29 | 100% of 10 rows
            FAIL  | check: range, column: age, min: 21 | 90% of 10 rows
            FAIL  | check: range, column: spotty, min: 0 | 90% of 10 rows
            FAIL  | check: range, column: spotty, max: 9 | 90% of 10 rows
            PASS  | check: range, column: joined, min: 2026-01-01, max: 2026-01-10 | 100% of 10 rows
            FAIL  | check: range, column: at, max: "2026-01-05T11:59:59Z" | 80% of 10 rows
            ERROR | check: range, column: email, min: 1 | undecided
            ERROR | check: range, column: age, min: old | undecided
            PASS  | check: one_of, column: country, values: [DE, FR] | 100% of 10 rows
            FAIL  | check: one_of, column: country, values: [DE] | 40% of 10 rows
            PASS  | check: one_of, column: pair, values: [0, 1, 2, 3, 4] | 100% of 10 rows
            ERROR | check: one_of, column: nothing, values: [a] | undecided
            PASS  | check: matches, column: email, pattern: "^[a-z]+", at_least: 1 | 100% of 10 rows
            FAIL  | check: matches, column: email, pattern: "@" | 90% of 10 rows
            ERROR | check: matches, column: age, pattern: "2" | undecided
            FAIL  | check: semantic, column: email, is: email | 90% of 10 rows
            PASS  | check: semantic, column: country, is: country_code | 100% of 10 rows
            ERROR | check: semantic, column: nothing, is: url | undecided
            PASS  | check: length, column: country, min: 2, max: 2 | 100% of 10 rows
            FAIL  | check: length, column: email, min: 7 | 90% of 10 rows
            ERROR | check: length, column: age, min: 1 | undecided
            FAIL  | check: readable_as, column: code, as: int | 90% of 10 rows
            PASS  | check: readable_as, column: code, as: double | 100% of 10 rows
            ERROR | check: readable_as, column: nothing, as: date | undecided
            FAIL  | check: compare, column: joined, is: "<", than: left | 88.89% of 9 rows
            PASS  | check: compare, column: id, is: "<=", than: age | 100% of 10 rows
            ERROR | check: compare, column: id, is: "<", than: email | undecided
            PASS  | check: sql, predicate: "age - 20 = id" | 100% of 10 rows
            FAIL  | check: sql, predicate: "left > joined" | 80% of 10 rows
            ERROR | check: sql, predicate: "ages > 1" | undecided
            PASS  | check: row_count, at_least: 10, at_most: 10 | 10
            FAIL  | check: row_count, at_least: 1, where: id > 99 | 0
            PASS  | check: row_count, at_most: 4, where: country = 'DE' | 4
            ERROR | check: row_count, at_least: 1, where: nobody > 1 | undecided
            PASS  | check: fresh, column: at, within: P6D | 2026-01-05T12:00:00Z
            FAIL  | check: fresh, column: at, within: P1D | 2026-01-05T12:00:00Z
            ERROR | check: fresh, column: age, within: P1D | undecided
            PASS  | check: quantile, column: age, quantile: 0.5, at_least: 24.5, at_most: 24.5 | 24.5
            FAIL  | check: quantile, column: age, quantile: 0.9, at_most: 28 | 28.1
            ERROR | check: quantile, column: age, quantile: 0.5, at_most: 28, where: id > 99 | undecided
            PASS  | check: correlation, column: id, with: age, at_least: 0.999 | 1
            FAIL  | check: correlation, column: id, with: income, at_most: 0.5 | 1
            ERROR | check: correlation, column: id, with: id, at_least: 0, where: id = 1 | undecided
            PASS  | check: aggregate, expression: "sum(income) / sum(id)", at_least: 1222, at_most: 1223 | 1222.22
            FAIL  | check: aggregate, expression: "count(1) FILTER (WHERE country = 'DE')", at_least: 5 | 4
            ERROR | check: aggregate, expression: "sum(incomes)", at_least: 5 | undecided
            PASS  | check: sum, column: income, at_least: 55000, at_most: 55000 | 55,000
            FAIL  | check: sum, column: income, at_most: 9999, where: country = 'DE' | 22,000
            ERROR | check: sum, column: email, at_least: 0 | undecided
            ERROR | check: mean, column: spotty, at_least: 0 | undecided
            PASS  | check: mean, column: age, at_least: 24.5, at_most: 24.5 | 24.5
            FAIL  | check: standard_deviation, column: age, at_most: 2 | 2.87228
            PASS  | check: standard_deviation, column: age, at_least: 2 | 2.87228
            ERROR | check: standard_deviation, column: age, at_least: 2, where: id > 99 | undecided
            PASS  | check: minimum, column: age, at_least: 20 | 20
            FAIL  | check: maximum, column: age, at_most: 28 | 29
            FAIL  | check: minimum, column: age, at_least: 21 | 20
            PASS  | check: maximum, column: age, at_most: 29 | 29
            ERROR | check: minimum, column: email, at_least: 20 | undecided
            ERROR | check: maximum, column: country, at_least: 20 | undecided
            PASS  | check: entropy, column: country, at_least: 0.67301, at_most: 0.67302 | 0.673012
            FAIL  | check: entropy, column: pair, at_most: 1 | 1.60944
            ERROR | check: entropy, column: nobody, at_most: 1 | undecided
            PASS  | check: distinct_count, column: country, at_least: 2, at_most: 2 | 2
            FAIL  | check: distinct_count, column: pair, at_most: 4 | 5
            ERROR | check: distinct_count, column: nobody, at_most: 4 | undecided
            ERROR | check: distinct_count, column: nothing, at_most: 4 | undecided
            PASS  | check: distinct_ratio, column: pair, at_least: 0.5, at_most: 0.5 | 0.5
            FAIL  | check: distinct_ratio, column: id, at_most: 0.9 | 1
            ERROR | check: distinct_ratio, column: nothing, at_most: 0.9 | undecided
            ERROR | check: like_reference, column: age, metric: mean, within: 0.1 | undecided
            """;

    @TempDir
    Path folder;

    private Dataset<Row> people;

    @BeforeEach
    void prepare(SparkSession session) {
        people = People.in(session);
    }

    private static List<String> column(int index) {
        return EXAMPLES.lines()
                .map(line -> List.of(line.split("\\|", -1)).get(index).strip())
                .toList();
    }

    @Test
    void judgesEveryTypeOfRuleInOneRun() {
        List<String> rules = column(1);

        List<Finding> findings = People.findings(people, rules.toArray(String[]::new));

        assertThat(IntStream.range(0, rules.size())
                        .mapToObj(i -> findings.get(i).status() + " | " + rules.get(i) + " | "
                                + findings.get(i).observed()))
                .containsExactlyElementsOf(IntStream.range(0, rules.size())
                        .mapToObj(i -> column(0).get(i) + " | " + rules.get(i) + " | "
                                + column(2).get(i))
                        .toList());
    }

    @Test
    void everyTypeHasExamples() {
        Set<String> seen = new HashSet<>(Set.of("exists_in"));
        column(1).forEach(rule -> seen.add(rule.substring("check: ".length(), rule.indexOf(','))));

        assertThat(seen).containsExactlyInAnyOrderElementsOf(RuleTypes.names());
    }

    @Test
    void aProfileGivesTheSameVerdictsAsTheRows() {
        String[] rules = column(1).toArray(String[]::new);
        List<Finding> fromRows = People.findings(people, rules);

        List<Finding> fromProfile = new RuleVerification(People.data(people), Optional.of(People.profile(people)))
                .findings(People.rules(rules));

        assertThat(fromProfile).isEqualTo(fromRows);
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

        assertThat(JobRecorder.stagesOfJobs(
                        session, () -> new RuleVerification(People.data(people), Optional.of(profile))
                                .findings(People.rules(rules))))
                .isEmpty();
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
            assertThat(JobRecorder.stagesOfJobs(
                            session, () -> new RuleVerification(People.data(many), Optional.of(profile))
                                    .findings(People.rules(rule))))
                    .as(rule)
                    .isNotEmpty();
        }
        for (String rule : List.of(
                "check: length, column: name, min: 1, max: 4",
                "check: range, column: day, min: 2026-01-01, max: 2026-01-31",
                "check: quantile, column: id, quantile: 0.5, at_most: 2900",
                "check: quantile, column: id, quantile: 0.5, at_least: 2900")) {
            assertThat(JobRecorder.stagesOfJobs(
                            session, () -> new RuleVerification(People.data(many), Optional.of(profile))
                                    .findings(People.rules(rule))))
                    .as(rule)
                    .isEmpty();
        }
    }

    @Test
    void tellsWhichRulesNoRowFails() {
        String[] rules = {
            "check: complete, column: left, at_least: 0.5",
            "check: complete, column: id",
            "check: unique, columns: id",
            "check: primary_key, columns: pair",
            "check: range, column: age, min: 20",
            "check: mean, column: age, at_least: 1",
            "check: complete, column: nobody"
        };
        for (Optional<DatasetProfile> profile :
                List.of(Optional.of(People.profile(people)), Optional.<DatasetProfile>empty())) {
            assertThat(new RuleVerification(People.data(people), profile).judge(People.rules(rules)))
                    .extracting(JudgedRule::holdsOfEveryRow, JudgedRule::tellsRowsApart)
                    .containsExactly(
                            tuple(false, true),
                            tuple(true, false),
                            tuple(true, false),
                            tuple(false, true),
                            tuple(true, false),
                            tuple(false, true),
                            tuple(false, false));
        }
    }

    @Test
    void numbersThatADoubleTakesForOneAreTold(SparkSession session) {
        Dataset<Row> ids = session.range(9_007_199_254_740_992L, 9_007_199_254_741_002L, 1, 1)
                .toDF();
        String[] rules = {
            "check: unique, columns: id",
            "check: distinct_count, column: id, at_least: 10, at_most: 10",
            "check: one_of, column: id, values: [9007199254740993]"
        };

        List<Finding> findings =
                new RuleVerification(People.data(ids), Optional.of(People.profile(ids))).findings(People.rules(rules));

        assertThat(findings).isEqualTo(People.findings(ids, rules));
        assertThat(findings)
                .extracting(Finding::status, Finding::observed)
                .containsExactly(
                        tuple(Status.PASS, "100% of 10 rows"),
                        tuple(Status.PASS, "10"),
                        tuple(Status.FAIL, "10% of 10 rows"));
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

    private List<Integer> jobs(SparkSession session, List<String> rules) throws Exception {
        return JobRecorder.stagesOfJobs(session, () -> People.findings(people, rules.toArray(String[]::new)));
    }

    @Test
    void aRuleThatBreaksWhileItRunsLeavesTheOthers(SparkSession session) {
        session.conf().set("spark.sql.ansi.enabled", true);
        try {
            List<Finding> findings = People.findings(
                    people,
                    "check: complete, column: email",
                    "check: sql, predicate: 'income / id > 0'",
                    "check: unique, columns: id");

            assertThat(findings).extracting(Finding::status).containsExactly(Status.PASS, Status.ERROR, Status.PASS);
            assertThat(findings.get(1).sentence()).contains("zero");
        } finally {
            session.conf().set("spark.sql.ansi.enabled", false);
        }
    }

    @Test
    void nothingToLookAtIsNoSuccess() {
        assertThat(People.findings(
                        people.filter("id > 99"),
                        "check: complete, column: email",
                        "check: unique, columns: id",
                        "check: sql, predicate: 'id > 0'",
                        "check: row_count, at_least: 1"))
                .extracting(Finding::status)
                .containsExactly(Status.ERROR, Status.ERROR, Status.ERROR, Status.FAIL);
    }

    @Test
    void hostileNamesAreNames() {
        Dataset<Row> rows = people.selectExpr(
                "age as `Age`", "id as `age`", "country as `select`", "struct(country as `x.y`) as s");
        assertThat(People.findings(
                        people,
                        "check: range, column: '`a.``b`` 😀 select`', min: 0, max: 9",
                        "check: unique, columns: ['`a.``b`` 😀 select`', id]",
                        "check: sum, column: '`a.``b`` 😀 select`', at_least: 45, at_most: 45"))
                .allSatisfy(it -> assertThat(it.status()).as(it.sentence()).isEqualTo(Status.PASS));
        assertThat(People.findings(
                        rows,
                        "check: range, column: Age, min: 20, max: 29",
                        "check: range, column: age, min: 0, max: 9",
                        "check: one_of, column: 's.`x.y`', values: [DE, FR]",
                        "check: complete, column: select"))
                .allSatisfy(it -> assertThat(it.status()).as(it.sentence()).isEqualTo(Status.PASS));
    }

    @Test
    void saysWhichColumnWasMeant() {
        assertThat(People.findings(people, "check: complete, column: emial, owner: risk, message: It matters."))
                .extracting(Finding::sentence)
                .containsExactly("The rule could not be judged: there is no column 'emial' in the data; did you mean"
                        + " 'email'? It matters. (Owner: risk.)");
    }

    @Test
    void tellsCountsSubjectAndExpectation() {
        assertThat(People.findings(
                        people,
                        "check: complete, column: left, id: told",
                        "check: mean, column: age, at_most: 20, message: Too old., severity: warn"))
                .extracting(Finding::key, Finding::expected, Finding::sentence)
                .containsExactly(
                        tuple(
                                "rules/left/told",
                                "all rows",
                                "9 of 10 rows (90%) satisfy: 'left' has a value; expected all rows."),
                        tuple(
                                "rules/age/mean-" + idOf("check: mean, column: age, at_most: 20"),
                                "at most 20",
                                "The mean of 'age' is 24.5; expected at most 20. Too old."));
    }

    private static String idOf(String rule) {
        return People.rules(rule).get(0).id().replaceFirst(".*-", "");
    }

    @Test
    void existsInLooksIntoAnotherTable(SparkSession session) {
        String path = folder.resolve("other table").toString();
        session.range(3)
                .selectExpr("cast(id as int) as `a.b`", "id")
                .union(session.range(3).selectExpr("0", "id"))
                .write()
                .format("delta")
                .save(path);
        String in = ", in: {path: '" + path + "', format: delta, columns: '`a.b`'}";

        assertThat(People.findings(
                        people,
                        "check: exists_in, columns: pair" + in,
                        "check: exists_in, columns: pair, where: id < 6" + in,
                        "check: exists_in, columns: nothing" + in,
                        "check: exists_in, columns: pair" + in.replace("other", "no"),
                        "check: row_count, at_most: 10"))
                .extracting(Finding::status, Finding::observed)
                .containsExactly(
                        tuple(Status.FAIL, "60% of 10 rows"),
                        tuple(Status.PASS, "100% of 6 rows"),
                        tuple(Status.ERROR, "undecided"),
                        tuple(Status.ERROR, "undecided"),
                        tuple(Status.PASS, "10"));
    }

    @Test
    void anotherTableThatCannotBeReadConcernsItsRuleAlone(SparkSession session) throws IOException {
        Path table = folder.resolve("broken");
        session.range(3).write().format("delta").save(table.toString());
        try (Stream<Path> files = Files.list(table)) {
            for (Path file :
                    files.filter(it -> it.toString().endsWith(".parquet")).toList()) {
                Files.delete(file);
            }
        }

        assertThat(People.findings(
                        people,
                        "check: exists_in, columns: pair, in: {path: '" + table + "', format: delta, columns: id}",
                        "check: complete, column: id",
                        "check: unique, columns: id"))
                .extracting(Finding::status)
                .containsExactly(Status.ERROR, Status.PASS, Status.PASS);
    }

    @Test
    void comparesWithTheReference() {
        DatasetProfile reference = People.profile(people);
        Dataset<Row> older = people.withColumn("age", people.col("age").plus(10));

        assertThat(new RuleVerification(People.data(older, Optional.of(reference)), Optional.empty())
                        .findings(People.rules(
                                "check: like_reference, column: age, metric: mean, within: 0.5",
                                "check: like_reference, column: age, metric: mean, within: 0.1",
                                "check: like_reference, column: age, metric: standard_deviation, within: 1e-9",
                                "check: like_reference, column: nothing, metric: mean, within: 1")))
                .extracting(Finding::status)
                .containsExactly(Status.PASS, Status.FAIL, Status.PASS, Status.ERROR);
    }
}
