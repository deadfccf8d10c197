package io.lakewarden.jobs.run;

import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;

import io.lakewarden.jobs.config.MonitorConfig;
import io.lakewarden.jobs.config.WrittenMonitor;
import io.lakewarden.jobs.store.DeltaStore;
import io.lakewarden.jobs.store.StoreTable;
import io.lakewarden.result.Finding;
import io.lakewarden.result.Status;
import io.lakewarden.result.Window;
import io.lakewarden.spark.SparkExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.io.FileUtils;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What is known of a reference beside its profile: its own season, its main directions, and what its storage is laid out by. */
@ExtendWith(SparkExtension.class)
class MultivariateReferenceTest {
    @TempDir
    Path folder;

    private MonitorConfig monitor(String more) throws IOException {
        return WrittenMonitor.load(
                folder,
                """
                monitor: machines
                time: {column: day}
                windows: P1M
                multivariate: {}
                """
                        + more);
    }

    private WindowOutcome run(MonitorConfig monitor, String window) {
        return runAll(monitor, window).get(0);
    }

    private List<WindowOutcome> runAll(MonitorConfig monitor, String... windows) {
        return MonitoredTable.jobs()
                .run(new RunRequest(
                        monitor,
                        Stream.of(windows).map(Window::parse).toList(),
                        folder.resolve("store").toString(),
                        monitor.failOn(),
                        Optional.empty(),
                        ProfileOptions.NONE))
                .windows();
    }

    private static Finding finding(WindowOutcome window, String check) {
        return window.findings().stream()
                .filter(it -> it.key().equals("multivariate/:table/" + check))
                .findFirst()
                .orElseThrow();
    }

    /** Numbers of so many months, with two columns of categories that agree but in August. */
    private static Dataset<Row> months(SparkSession spark, int first, int last, String level) {
        return spark.range(0, 300L * (last - first + 1), 1, 1)
                .selectExpr("id", first + " + id div 300 as month", "cast(id % 3 as string) as kind", "randn(3) as x")
                .selectExpr(
                        "id",
                        "make_date(2026, cast(month as int), cast(1 + id % 28 as int)) as day",
                        "x + (" + level + ") as x",
                        "randn(5) as `y.<b>`",
                        "kind",
                        "case when month = 8 then cast(floor(rand(7) * 3) as string) else kind end as colour");
    }

    @Test
    void whatTheReferenceDoesByItselfIsNoReasonToStop(SparkSession spark) throws IOException {
        months(spark, 1, 8, "case month when 1 then 3 when 7 then 2 when 8 then -8 else 0 end")
                .write()
                .parquet(folder.resolve("table").toString());
        MonitorConfig monitor = monitor(
                """
                source: {format: parquet, path: table}
                reference: {pinned: 2026-01-01/2026-07-01}
                columns: {id: id}
                """);

        List<WindowOutcome> both = runAll(monitor, "2026-07-01/2026-08-01", "2026-08-01/2026-09-01");
        WindowOutcome july = both.get(0);
        WindowOutcome august = both.get(1);

        assertThat(finding(july, "domain_classifier").status()).isEqualTo(Status.WARN);
        assertThat(finding(july, "domain_classifier").sentence())
                .containsPattern("; a stretch of the reference stands out from the rest of it as much \\(0\\.[89]");
        assertThat(finding(july, "association_change").status()).isEqualTo(Status.PASS);
        assertThat(finding(august, "domain_classifier").status()).isEqualTo(Status.FAIL);
        assertThat(finding(august, "domain_classifier").sentence()).doesNotContain("a stretch of the reference");
        assertThat(finding(august, "association_change").status()).isEqualTo(Status.FAIL);
        assertThat(finding(august, "association_change").sentence())
                .startsWith("The association of 1 of 1 pair of columns changed: 'kind' and 'colour' from 1 to 0");

        Map<String, Double> stored = numbers(spark, "2026-08-01");
        assertThat(stored.get("domain_classifier_auc")).isGreaterThan(0.99);
        assertThat(stored.get("domain_classifier_auc.lower")).isBetween(0.9, stored.get("domain_classifier_auc"));
        assertThat(stored)
                .containsEntry("domain_classifier_auc.p_value", 0.001)
                .containsEntry("changed_associations", 1.0)
                .containsEntry("changed_associations_share", 1.0)
                .containsEntry("changed_correlations", 0.0)
                .containsKeys("domain_classifier_auc.reference", "domain_classifier_auc.upper")
                .containsKeys("reconstruction_error", "reconstruction_error.expected", "reconstruction_error.upper");
    }

    private Map<String, Double> numbers(SparkSession spark, String from) {
        return DeltaStore.open(spark, folder.resolve("store").toString())
                .view(StoreTable.DRIFT_METRICS)
                .where(col("drift_type")
                        .equalTo("BASELINE")
                        .and(col("ordinal").isNull())
                        .and(col("window.start").equalTo(from)))
                .select("metrics")
                .head()
                .getJavaMap(0);
    }

    @Test
    void theReferencesDirectionsOutliveItsRows(SparkSession spark) throws IOException {
        months(spark, 1, 2, "0").write().parquet(folder.resolve("table").toString());
        months(spark, 1, 3, "0").write().parquet(folder.resolve("training").toString());
        MonitorConfig monitor = monitor(
                """
                source: {format: parquet, path: table}
                reference: {path: training}
                columns: {id: id}
                """);
        WindowOutcome first = run(monitor, "2026-01-01/2026-02-01");
        Path kept = kept().get(0);
        byte[] bytes = Files.readAllBytes(kept);

        assertThat(bytes).hasSizeLessThan(1_000);

        Files.write(kept, new byte[] {1, 2, 3});
        assertFittedAgain(monitor, first, kept, bytes);
        Files.delete(kept);
        assertFittedAgain(monitor, first, kept, bytes);

        FileUtils.deleteDirectory(folder.resolve("training").toFile());
        WindowOutcome february = run(monitor, "2026-02-01/2026-03-01");
        assertThat(finding(february, "rows").status()).isEqualTo(Status.ERROR);
        assertThat(finding(february, "reconstruction_error").status()).isEqualTo(Status.PASS);
        assertThat(numbers(spark, "2026-02-01"))
                .containsKey("reconstruction_error")
                .doesNotContainKey("domain_classifier_auc");
        assertThat(Files.readAllBytes(kept)).isEqualTo(bytes);
    }

    private void assertFittedAgain(MonitorConfig monitor, WindowOutcome first, Path kept, byte[] bytes)
            throws IOException {
        WindowOutcome again = run(monitor, "2026-01-01/2026-02-01");
        assertThat(finding(again, "reconstruction_error")).isEqualTo(finding(first, "reconstruction_error"));
        assertThat(kept()).containsExactly(kept);
        assertThat(Files.readAllBytes(kept)).isEqualTo(bytes);
    }

    private List<Path> kept() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("store/_references/machines"))) {
            return files.toList();
        }
    }

    @Test
    void whatTheStorageIsLaidOutByTellsNothing(SparkSession spark) throws IOException {
        Dataset<Row> table = months(spark, 1, 2, "0").selectExpr("*", "month(day) as `load.<month>`");
        table.write()
                .partitionBy("load.<month>")
                .parquet(folder.resolve("parquet").toString());
        table.write()
                .format("delta")
                .partitionBy("load.<month>")
                .save(folder.resolve("delta").toString());

        for (String format : List.of("parquet", "delta")) {
            WindowOutcome silent = run(laidOut(format, ""), "2026-02-01/2026-03-01");
            assertThat(finding(silent, "domain_classifier").status()).as(format).isEqualTo(Status.PASS);
        }
        WindowOutcome named =
                run(laidOut("delta", "importance: {weights: {'`load.<month>`': 1}}"), "2026-02-01/2026-03-01");
        assertThat(finding(named, "domain_classifier").status()).isEqualTo(Status.FAIL);
        assertThat(finding(named, "domain_classifier").sentence()).contains("mostly by '`load.<month>`' (");
    }

    private MonitorConfig laidOut(String format, String more) throws IOException {
        return monitor(
                """
                source: {format: %s, path: %s}
                reference: {pinned: 2026-01-01/2026-02-01}
                columns: {id: id}
                %s
                """
                        .formatted(format, format, more));
    }
}
