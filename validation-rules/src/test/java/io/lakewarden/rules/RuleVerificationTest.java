package io.lakewarden.rules;

import static io.lakewarden.rules.RuleExamples.column;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.lakewarden.profile.DatasetProfile;
import io.lakewarden.result.Finding;
import io.lakewarden.result.Status;
import io.lakewarden.rules.check.RuleTypes;
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
    @TempDir
    Path folder;

    private Dataset<Row> people;

    @BeforeEach
    void prepare(SparkSession session) {
        people = People.in(session);
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
