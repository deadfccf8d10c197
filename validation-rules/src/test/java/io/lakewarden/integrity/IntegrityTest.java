package io.lakewarden.integrity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import io.lakewarden.profile.DatasetProfile;
import io.lakewarden.result.Finding;
import io.lakewarden.result.Status;
import io.lakewarden.result.Window;
import io.lakewarden.spark.SparkExtension;
import io.lakewarden.spark.profile.WholeProfile;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkExtension.class)
class IntegrityTest {
    private static final Window WINDOW = Window.parse("2024-01-01/2024-02-01");

    private final SparkSession session;

    IntegrityTest(SparkSession session) {
        this.session = session;
    }

    @Test
    void tellsColumnsThatHoldOneValue() {
        Dataset<Row> rows = session.sql("SELECT 7 AS seven, IF(id % 2 = 0, 'x', NULL) AS gaps, id % 3 AS three,"
                + " DATE'2024-01-01' AS day, true AS yes FROM range(100)");
        assertThat(profiled(rows, List.of("seven", "gaps", "three", "day", "yes")))
                .extracting(Finding::column, Finding::status, Finding::observed)
                .containsExactly(
                        tuple("seven", Status.WARN, "one value: 7"),
                        tuple("gaps", Status.WARN, "one value: 'x'"),
                        tuple("day", Status.WARN, "one value: 2024-01-01T00:00:00Z"),
                        tuple("yes", Status.WARN, "one value: true"));
    }

    @Test
    void tellsNumbersAmongWordsAndWordsAmongNumbersWithExamples() {
        Dataset<Row> rows = session.sql("SELECT IF(id = 3, '12.5', concat('w', id)) AS words,"
                + " IF(id = 3, 'N/A', string(id)) AS numbers, IF(id % 2 = 0, '1', 'one') AS half FROM range(100)");
        assertThat(profiled(rows, List.of("words", "numbers", "half")))
                .filteredOn(finding -> finding.key().endsWith("/mixed-types"))
                .extracting(Finding::sentence)
                .containsExactly(
                        "Column 'words' is mostly words, but 1 % of its texts are numbers, such as '12.5'.",
                        "Column 'numbers' is mostly numbers, but 1 % of its texts are not numbers, such as 'N/A'.");
    }

    @Test
    void tellsWaysToWriteTheSameAndKeepsWhatDiffers() {
        Dataset<Row> rows =
                session.sql("SELECT explode(array('USA', 'usa ', 'U.S.A.', 'A', 'A-', '-1', '1', '1.0', '10',"
                        + " 'self-emp', 'Self Emp', 'ﬁn', 'fin')) AS `land.`");
        assertThat(profiled(rows, List.of("`land.`")))
                .filteredOn(finding -> finding.key().endsWith("/text-variants"))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.status()).isEqualTo(Status.WARN);
                    assertThat(finding.observed()).isEqualTo("3 texts written in several ways");
                    assertThat(finding.sentence())
                            .contains("'USA'", "'usa '", "'U.S.A.'", "'self-emp'", "'ﬁn'")
                            .doesNotContain("'A-'", "'1.0'");
                });
    }

    @Test
    void saysWhereRareTextsWereNotCompared() {
        Dataset<Row> rows = session.sql("SELECT concat('n', id) AS name FROM range(50000)");
        assertThat(profiled(rows, List.of("name")))
                .filteredOn(finding -> finding.key().endsWith("/text-variants"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.status()).isEqualTo(Status.SKIPPED));
    }

    @Test
    void tellsTextsWithoutLettersAndDigits() {
        Dataset<Row> rows = session.sql("SELECT IF(id % 10 = 0, '?', concat('n', id % 7)) AS job,"
                + " IF(id = 1, '--', '漢字') AS few FROM range(2000)");
        assertThat(profiled(rows, List.of("job", "few")))
                .filteredOn(finding -> finding.key().endsWith("/special-characters"))
                .extracting(Finding::column, Finding::observed)
                .containsExactly(tuple("job", "10 %"));
    }

    @Test
    void whatTheReferenceShowsTooIsNothingNew() {
        Dataset<Row> before = session.sql(
                """
                SELECT 0D AS snow, IF(id % 10 = 0, 1D, 0D) AS rain, IF(id % 50 = 0, 'yes', 'no') AS default,
                       IF(id % 2 = 0, 'Sky', 'sky') AS sky, IF(id % 10 = 0, '?', 'known') AS job,
                       IF(id % 20 = 0, 'n/a', '1') AS income, IF(id % 100 < 10, id % 10 = 0, NULL) AS few
                FROM range(1000)
                """);
        Dataset<Row> after = session.sql(
                """
                SELECT 0D AS snow, 0D AS rain, 'no' AS default, IF(id % 2 = 0, 'Sky', 'sky') AS sky,
                       IF(id % 10 = 0, '?', 'known') AS job, IF(id % 20 = 0, 'n/a', '1') AS income,
                       IF(id < 3, false, NULL) AS few
                FROM range(200)
                """);
        assertThat(profiled(before, after, List.of("snow", "rain", "default", "sky", "job", "income", "few")))
                .extracting(Finding::key, Finding::status)
                .containsExactly(
                        tuple("integrity/snow/single-value", Status.PASS),
                        // 0.9 to the power of 200 is no accident, 0.98 to it is one in fifty.
                        tuple("integrity/rain/single-value", Status.WARN),
                        tuple("integrity/default/single-value", Status.PASS),
                        tuple("integrity/sky/text-variants", Status.PASS),
                        tuple("integrity/job/special-characters", Status.PASS),
                        tuple("integrity/income/mixed-types", Status.PASS),
                        tuple("integrity/few/single-value", Status.PASS));
    }

    @Test
    void whatTheReferenceShowsInAnotherWayIsTold() {
        Dataset<Row> before = session.sql(
                "SELECT 1 AS constant, IF(id % 2 = 0, 'Sky', 'sky') AS sky, IF(id % 10 = 0, '?', 'known') AS job"
                        + " FROM range(100)");
        Dataset<Row> after = session.sql(
                "SELECT 2 AS constant, IF(id % 2 = 0, 'Sky', 'SKY') AS sky, IF(id % 10 = 0, '-', 'known') AS job"
                        + " FROM range(100)");
        assertThat(profiled(before, after, List.of("constant", "sky", "job")))
                .extracting(Finding::key, Finding::status)
                .containsExactly(
                        tuple("integrity/constant/single-value", Status.WARN),
                        tuple("integrity/sky/text-variants", Status.WARN),
                        tuple("integrity/job/special-characters", Status.WARN));
    }

    @Test
    void measurementsOfTheSameInputsDoNotContradictEachOther() {
        Dataset<Row> rows = session.sql("SELECT id % 2 AS input, id AS amount, id % 3 AS class FROM range(300)");
        assertThat(conflicts(rows, "amount").status()).isEqualTo(Status.SKIPPED);
        assertThat(conflicts(rows, "class").status()).isEqualTo(Status.WARN);
    }

    private Finding conflicts(Dataset<Row> rows, String label) {
        TableRoles roles = new TableRoles(List.of("input"), Optional.of(label), List.of(), Optional.empty());
        return new RowIntegrity(roles, IntegrityLimits.DEFAULTS)
                .check(Optional.empty(), rows, profile(rows))
                .get(1);
    }

    @Test
    void countsDuplicatesAndContradictionsExactly() {
        // 100 different rows, ten of which stand three times; of every input with i % 20 = 0, both labels.
        Dataset<Row> rows = session.sql(
                """
                SELECT id AS `a.b`, named_struct('x', nullif(id % 2, 1), 'y', nullif(id % 2, 0)) AS s, id % 2 = 0 AS label
                FROM range(100)
                UNION ALL SELECT id, named_struct('x', nullif(id % 2, 1), 'y', nullif(id % 2, 0)), id % 2 = 0
                FROM range(10) CROSS JOIN range(2) AS t(again)
                UNION ALL SELECT id * 20, named_struct('x', 0L, 'y', CAST(NULL AS BIGINT)), false FROM range(5)
                """);
        TableRoles roles =
                new TableRoles(List.of("`a.b`", "s.x", "s.y"), Optional.of("label"), List.of(), Optional.empty());
        List<Finding> findings =
                new RowIntegrity(roles, IntegrityLimits.DEFAULTS).check(Optional.empty(), rows, profile(rows));
        assertThat(findings)
                .extracting(Finding::key, Finding::status, Finding::sentence)
                .containsExactly(
                        tuple(
                                "integrity/:table/duplicates",
                                Status.WARN,
                                "20 of 125 rows (16 %) repeat another row in every column."),
                        tuple(
                                "integrity/label/conflicting-labels",
                                Status.WARN,
                                "12 of 125 labelled rows (9.6 %) have the same inputs as a row with another 'label'."));
    }

    @Test
    void missingCellsKeepTheirPlace() {
        Dataset<Row> rows = session.sql(
                """
                SELECT CAST(NULL AS STRING) AS a, 'x' AS b, array('x', NULL) AS c
                UNION ALL SELECT 'x', NULL, array('x', NULL)
                UNION ALL SELECT NULL, 'x', array(NULL, 'x')
                """);
        TableRoles roles = new TableRoles(List.of("a", "b", "c"), Optional.empty(), List.of(), Optional.empty());
        assertThat(new RowIntegrity(roles, IntegrityLimits.DEFAULTS).check(Optional.empty(), rows, profile(rows)))
                .extracting(Finding::sentence)
                .containsExactly("No row is there twice.");
    }

    @Test
    void noRowsDecideNothingAndMapsAreLeftOutAloud() {
        TableRoles roles = new TableRoles(List.of("a", "m"), Optional.of("l"), List.of(), Optional.empty());
        RowIntegrity integrity = new RowIntegrity(roles, IntegrityLimits.DEFAULTS);
        Dataset<Row> rows = session.sql("SELECT 1 AS a, map('k', 1) AS m, CAST(NULL AS INT) AS l FROM range(2)");
        assertThat(integrity.check(Optional.empty(), rows.limit(0), profile(rows.limit(0))))
                .extracting(Finding::status)
                .containsExactly(Status.ERROR, Status.ERROR);
        assertThat(integrity.check(Optional.empty(), rows, profile(rows)))
                .extracting(Finding::sentence)
                .containsExactly(
                        "1 of 2 rows (50 %) repeat another row in every column (not compared: m).",
                        "Not decided: no row has a label.");
    }

    @Test
    void anIdentifierThatNamesRowsMustNotComeBack() {
        Dataset<Row> reference = session.sql("SELECT id, id % 10 AS customer FROM range(100)");
        Dataset<Row> current = session.sql("SELECT id + 90 AS id, id % 10 AS customer FROM range(100)");
        TableRoles roles = new TableRoles(List.of(), Optional.empty(), List.of("id", "customer"), Optional.empty());
        assertThat(new RowIntegrity(roles, IntegrityLimits.DEFAULTS)
                        .check(Optional.of(reference), current, profile(current)))
                .filteredOn(finding -> finding.key().endsWith("/identifier-overlap"))
                .extracting(Finding::column, Finding::status, Finding::observed)
                .containsExactly(tuple("id", Status.WARN, "10 %"), tuple("customer", Status.PASS, "100 %"));
    }

    @Test
    void anIdentifierThatTellsTheLabelIsFound() {
        Dataset<Row> rows = session.sql(
                """
                SELECT id, timestamp_seconds(id) AS at, id < 500 AS sorted, xxhash64(id) % 2 = 0 AS mixed,
                       id * 3.5D AS rising, rand(7) AS noise
                FROM range(1000)
                """);
        assertThat(association(rows, "id", "sorted").status()).isEqualTo(Status.WARN);
        assertThat(association(rows, "at", "sorted").status()).isEqualTo(Status.WARN);
        assertThat(association(rows, "id", "mixed").status()).isEqualTo(Status.PASS);
        assertThat(Double.parseDouble(association(rows, "id", "rising").observed()))
                .isGreaterThan(0.99);
        assertThat(association(rows, "id", "noise").status()).isEqualTo(Status.PASS);
        assertThat(association(rows.limit(50), "id", "sorted").status()).isEqualTo(Status.ERROR);
    }

    @Test
    void measuresAgreeWithSciPyAndTheirDefinition() {
        // scipy.stats.contingency.association(t, 'cramer') is 0.3464101615; corrected by Bergsma's formula: 0.3309456.
        double[][] table = {{30, 10}, {20, 20}, {10, 30}};
        double phi = 20.0 / 120 - 2.0 / 119;
        double expected = Math.sqrt(phi / Math.min(3 - 4.0 / 119 - 1, 2 - 1.0 / 119 - 1));
        assertThat(Association.cramersV(table)).isCloseTo(expected, within(1e-12));
        Association.Parts parts = new Association.Parts();
        parts.add(2, 3, 5);
        parts.add(2, 7, 25);
        // Values 1, 2 | 3, 4: between 4, within 1, so that η² = 0.8 and ε² = 1 − 0.2·3/2.
        assertThat(parts.correlationRatio()).isCloseTo(Math.sqrt(0.7), within(1e-12));
    }

    @Test
    void aReferenceThatReachesIntoTheWindowIsTold() {
        Dataset<Row> before = session.sql("SELECT timestamp_seconds(id) AS at FROM range(10)");
        Dataset<Row> after = session.sql("SELECT timestamp_seconds(id + 9) AS at FROM range(10)");
        TableRoles roles = new TableRoles(List.of(), Optional.empty(), List.of(), Optional.of("at"));
        ProfileIntegrity integrity = new ProfileIntegrity(roles, IntegrityLimits.DEFAULTS);
        assertThat(integrity.check(Optional.of(profile(before)), profile(after)))
                .extracting(Finding::status)
                .containsExactly(Status.WARN);
        assertThat(integrity.check(Optional.of(profile(before)), profile(after.where("at > timestamp_seconds(9)"))))
                .extracting(Finding::status)
                .containsExactly(Status.PASS);
    }

    private Finding association(Dataset<Row> rows, String identifier, String label) {
        TableRoles roles = new TableRoles(List.of(), Optional.of(label), List.of(identifier), Optional.empty());
        return new RowIntegrity(roles, IntegrityLimits.DEFAULTS)
                .check(Optional.empty(), rows, profile(rows)).stream()
                        .filter(finding -> finding.key().endsWith("/identifier-label"))
                        .findFirst()
                        .orElseThrow();
    }

    private static List<Finding> profiled(Dataset<Row> before, Dataset<Row> after, List<String> inputs) {
        TableRoles roles = new TableRoles(inputs, Optional.empty(), List.of(), Optional.empty());
        return new ProfileIntegrity(roles, IntegrityLimits.DEFAULTS)
                .check(Optional.of(profile(before)), profile(after));
    }

    private List<Finding> profiled(Dataset<Row> rows, List<String> inputs) {
        TableRoles roles = new TableRoles(inputs, Optional.empty(), List.of(), Optional.empty());
        return new ProfileIntegrity(roles, IntegrityLimits.DEFAULTS).check(Optional.empty(), profile(rows));
    }

    private static DatasetProfile profile(Dataset<Row> rows) {
        return WholeProfile.of(rows, WINDOW);
    }
}
