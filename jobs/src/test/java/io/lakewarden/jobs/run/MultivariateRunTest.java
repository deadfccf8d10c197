package io.lakewarden.jobs.run;

import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lakewarden.jobs.config.ConfigException;
import io.lakewarden.jobs.config.UserException;
import io.lakewarden.jobs.store.StoreTable;
import io.lakewarden.report.ReportDocument;
import io.lakewarden.report.ReportMultivariate;
import io.lakewarden.result.Finding;
import io.lakewarden.result.Status;
import io.lakewarden.spark.SparkExtension;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Two numbers of machines that rise together until March, when one falls where the other rises; neither shows it alone. */
@ExtendWith(SparkExtension.class)
class MultivariateRunTest {
    private static final String FEBRUARY = "2026-02-01/2026-03-01";
    private static final String MARCH = "2026-03-01/2026-04-01";

    @TempDir
    Path folder;

    private SparkSession session;

    @BeforeEach
    void prepare(SparkSession spark) {
        session = spark;
        for (int month = 1; month <= 3; month++) {
            spark.range(0, month == 1 ? 900 : 450, 1, 1)
                    .selectExpr(
                            "id",
                            "date_add(date'2026-0" + month + "-01', cast(id % 28 as int)) as day",
                            "randn(" + month + ") as `load.<b>`",
                            "randn(" + (month + 10) + ") as noise",
                            "id % 3 as part",
                            "id % 2 as failed",
                            "'north' as plant")
                    .selectExpr(
                            "id",
                            "day",
                            "plant",
                            "`load.<b>`",
                            (month == 3 ? "-1" : "1") + " * (0.9 * `load.<b>` + sqrt(0.19) * noise) as heat",
                            "part",
                            "failed")
                    .coalesce(1)
                    .write()
                    .mode(SaveMode.Append)
                    .parquet(folder.resolve("table").toString());
        }
    }

    private MonitoredTable table(String more) throws IOException {
        return MonitoredTable.of(
                session,
                folder,
                """
                monitor: machines
                source: {format: parquet, path: table}
                time: {column: day}
                windows: P1M
                reference: {pinned: 2026-01-01/2026-02-01}
                columns: {id: id, label: failed, categorical: part}
                %s
                """
                        .formatted(more));
    }

    /** The numbers of March in the store, of the table first. */
    private static List<Row> numbers(MonitoredTable table) {
        return table.open()
                .view(StoreTable.DRIFT_METRICS)
                .where(col("drift_type").equalTo("BASELINE").and(col("month").equalTo("2026-03")))
                .orderBy(col("ordinal").asc_nulls_first())
                .select("column_name", "metrics", "bounds", "unknown_reasons")
                .collectAsList();
    }

    private static Map<String, Status> found(WindowOutcome window) {
        return window.findings().stream()
                .filter(it -> it.source().equals("multivariate"))
                .collect(Collectors.toMap(Finding::key, Finding::status));
    }

    @Test
    void findsWhatNoColumnShowsAloneAndTellsOfItInTheReport() throws IOException {
        MonitoredTable table = table("multivariate: {}");

        RunOutcome outcome = table.run("2026-02-01/2026-04-01", ProfileOptions.NONE);

        WindowOutcome february = outcome.windows().get(0);
        WindowOutcome march = outcome.windows().get(1);
        assertThat(found(february))
                .isEqualTo(Map.of(
                        "multivariate/:table/domain_classifier", Status.PASS,
                        "multivariate/:table/reconstruction_error", Status.PASS,
                        "multivariate/:table/correlation_change", Status.PASS,
                        "multivariate/:table/association_change", Status.SKIPPED));
        assertThat(found(march))
                .isEqualTo(Map.of(
                        "multivariate/:table/domain_classifier", Status.FAIL,
                        "multivariate/:table/reconstruction_error", Status.WARN,
                        "multivariate/:table/correlation_change", Status.FAIL,
                        "multivariate/:table/association_change", Status.SKIPPED));
        assertThat(march.findings())
                .filteredOn(finding -> finding.source().endsWith("-drift"))
                .isNotEmpty()
                .allSatisfy(finding -> assertThat(finding.status().isAlert()).isFalse());
        assertThat(march.findings())
                .filteredOn(finding -> finding.key().endsWith("correlation_change"))
                .extracting(Finding::sentence)
                .first()
                .asString()
                .startsWith("The correlation of 1 of 1 pair of columns changed: '`load.<b>`' and 'heat' from 0.")
                .contains(" to -0.");

        ReportDocument document = MonitoredTable.report(march);
        ReportMultivariate told = document.multivariate().orElseThrow();
        assertThat(told.referenceSample()).isEqualTo(900);
        assertThat(told.currentRows()).isEqualTo(450);
        assertThat(told.separation().orElseThrow().rowsPerSide()).isEqualTo(450);
        assertThat(told.separation().orElseThrow().features())
                .extracting(ReportMultivariate.Feature::column)
                .containsExactlyInAnyOrder("`load.<b>`", "heat", "part", "plant");

        List<Row> numbers = numbers(table);
        assertThat(numbers.get(0).<String, Double>getJavaMap(1))
                .containsKeys("domain_classifier_auc.p_value", "reconstruction_error", "changed_correlations_share");
        WindowOutcome again = table.drift(MARCH).windows().get(0);
        assertThat(found(again)).isEqualTo(found(march));
        assertThat(MonitoredTable.report(again).multivariate()).contains(told);
        assertThat(numbers(table)).isEqualTo(numbers);
    }

    @Test
    void manyRowsOfOneEntityProveNoChange() throws IOException {
        for (String entity : List.of("multivariate: {entity: plant}", "multivariate: {}\ndrift: {cluster: plant}")) {
            assertThat(found(table(entity)
                            .run(MARCH, ProfileOptions.NONE)
                            .windows()
                            .get(0)))
                    .containsEntry("multivariate/:table/domain_classifier", Status.SKIPPED)
                    .containsEntry("multivariate/:table/correlation_change", Status.PASS);
        }
    }

    @Test
    void aWindowOfTheReferenceIsNotHeldAgainstItself() throws IOException {
        assertThat(found(table("multivariate: {}")
                        .run("2026-01-01/2026-02-01", ProfileOptions.NONE)
                        .windows()
                        .get(0)))
                .isEqualTo(Map.of("multivariate/:table/rows", Status.SKIPPED));
    }

    @Test
    void theShareOfDriftedColumnsNeedsNoRows() throws IOException {
        List<Finding> findings = table("drift: {drifted_columns: {fail: 0}}")
                .run(FEBRUARY, ProfileOptions.NONE)
                .windows()
                .get(0)
                .findings();

        assertThat(findings)
                .filteredOn(finding -> finding.key().equals("data-drift/:table/drifted_columns_share"))
                .extracting(Finding::sentence)
                .containsExactly("0 of 5 columns drifted (0 %; expected below 0 %).");
    }

    @Test
    void whatIsMisspeltIsSaid() throws IOException {
        assertThatThrownBy(() -> table("multivariate: {sampel: 10}"))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("unknown key 'sampel' in multivariate; did you mean 'sample'?");
        MonitoredTable misspelt = table("multivariate: {entity: machin, ignore: [heat]}");
        assertThatThrownBy(() -> misspelt.run(FEBRUARY, ProfileOptions.NONE))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("multivariate.entity: there is no column 'machin'");
    }
}
