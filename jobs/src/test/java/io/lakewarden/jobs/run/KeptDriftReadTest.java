package io.lakewarden.jobs.run;

import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;

import io.lakewarden.jobs.store.StoreTable;
import io.lakewarden.result.Finding;
import io.lakewarden.spark.SparkExtension;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What {@code drift} reads of {@code drift_metrics} to keep what rows told: three months, of which another source has other scores. */
@ExtendWith(SparkExtension.class)
class KeptDriftReadTest {
    private static final String TWO_MONTHS = "2026-02-01/2026-04-01";
    private static final String OUTLIERS = "outliers: {isolation: {trees: 0}, bursts: false}\n";

    @TempDir
    Path folder;

    private SparkSession session;

    @BeforeEach
    void prepare(SparkSession spark) {
        session = spark;
        write("served", "0");
        write("training", "id div 100");
    }

    private void write(String name, String more) {
        session.range(0, 300, 1, 1)
                .selectExpr(
                        "make_date(2026, 1 + int(id div 100), 5) as day",
                        "double(id % 17) + double(" + more + ") as score")
                .write()
                .parquet(folder.resolve(name).toString());
    }

    private MonitoredTable table(String asked) throws IOException {
        return table("2026-01-01/2026-02-01", asked);
    }

    private MonitoredTable table(String reference, String asked) throws IOException {
        return MonitoredTable.of(
                session,
                folder,
                """
                monitor: applications
                source: {format: parquet, path: served}
                time: {column: day}
                windows: P1M
                reference: {pinned: %s}
                """
                                .formatted(reference)
                        + asked);
    }

    private int readsOfDrift(MonitoredTable table) throws Exception {
        return TableReads.of(
                table.store().resolve(StoreTable.DRIFT_METRICS.tableName()), session, () -> MonitoredTable.jobs()
                        .drift(table.request(TWO_MONTHS, ProfileOptions.NONE)));
    }

    private static List<Row> skew(MonitoredTable table) {
        return table.open()
                .view(StoreTable.DRIFT_METRICS)
                .where(col("drift_type").equalTo("SKEW"))
                .drop("run_id", "written_at")
                .orderBy("window", "ordinal")
                .collectAsList();
    }

    @Test
    void allWindowsAreReadAtOnceAndOnlyWhereNumbersAreKept() throws Exception {
        MonitoredTable skewed = table(OUTLIERS + "skew: {format: parquet, path: training}\n");
        skewed.run(TWO_MONTHS, ProfileOptions.NONE);
        List<Row> told = skew(skewed);
        assertThat(told.stream().map(row -> row.<Row>getAs("window")).distinct())
                .hasSize(2);
        assertThat(told.stream()
                        .filter(row -> row.getAs("column_name").equals("score"))
                        .map(row -> Math.round(row.<Double>getAs("avg_delta"))))
                .as("each window has skew of its own")
                .containsExactly(-1L, -2L);

        int keepingSkew = readsOfDrift(skewed);
        assertThat(skew(skewed)).isEqualTo(told);
        int keepingFindings = readsOfDrift(table(OUTLIERS));
        int keepingNothing = readsOfDrift(table(""));

        assertThat(keepingFindings).isEqualTo(keepingNothing);
        assertThat(keepingSkew).isEqualTo(keepingNothing + 1);
    }

    @Test
    void whatWasToldAgainstAnotherReferenceIsNotKept() throws Exception {
        table(OUTLIERS).run(TWO_MONTHS, ProfileOptions.NONE);
        MonitoredTable moved = table("2026-02-01/2026-03-01", OUTLIERS);

        assertThat(outliers(table(OUTLIERS).drift("2026-03-01/2026-04-01"))).isNotEmpty();
        assertThat(outliers(moved.drift("2026-03-01/2026-04-01"))).isEmpty();
    }

    private static List<Finding> outliers(RunOutcome outcome) {
        return outcome.windows().get(0).findings().stream()
                .filter(finding -> finding.key().startsWith("outliers/"))
                .toList();
    }
}
