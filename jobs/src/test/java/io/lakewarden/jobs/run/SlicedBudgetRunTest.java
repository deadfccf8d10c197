package io.lakewarden.jobs.run;

import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;

import io.lakewarden.jobs.config.MonitorConfig;
import io.lakewarden.jobs.config.WrittenMonitor;
import io.lakewarden.jobs.store.DeltaStore;
import io.lakewarden.jobs.store.StoreTable;
import io.lakewarden.report.ReportDocument;
import io.lakewarden.report.ReportJson;
import io.lakewarden.report.ReportSlice;
import io.lakewarden.result.Finding;
import io.lakewarden.result.Status;
import io.lakewarden.spark.SparkExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * Rides of 43 days, 400 a day, each day with a mood of its own. Three cities have two fifths, two fifths and one fifth of them; a fourth
 * one has five rides a day. On the last day rides in the north take longer, and all together hardly.
 */
@ExtendWith(SparkExtension.class)
class SlicedBudgetRunTest {
    private static final LocalDate START = LocalDate.of(2026, 3, 2);
    private static final int REFERENCE = 40;
    private static final int LAST = 42;

    @TempDir
    Path folder;

    @Test
    void oneBudgetCoversColumnsAndSlices(SparkSession session) throws IOException {
        session.range(0, (LAST + 1) * 400, 1, 2)
                .selectExpr("int(id / 400) AS d", "int(id % 400) AS i")
                .selectExpr(
                        "date_add(date'" + START + "', d) AS day",
                        "CASE WHEN i < 5 THEN 'far' WHEN i % 5 < 2 THEN 'south' WHEN i % 5 < 4 THEN 'west' ELSE 'north' END"
                                + " AS city",
                        "d",
                        "i")
                .selectExpr(
                        "day",
                        "city",
                        "20 + pmod(hash(d), 100) / 100D + pmod(hash(d, i), 1000) / 250D"
                                + " + IF(city IN ('north', 'far') AND d = " + LAST + ", 1.6, 0) AS minutes")
                .write()
                .parquet(folder.resolve("table").toString());
        MonitoredTable rides = new MonitoredTable(session, monitor(), folder.resolve("store"));
        RunOutcome outcome =
                rides.run(START.plusDays(REFERENCE) + "/" + START.plusDays(LAST + 1L), ProfileOptions.NONE);

        WindowOutcome quiet = outcome.windows().get(0);
        assertThat(budget(quiet).status()).isEqualTo(Status.PASS);
        assertThat(budget(quiet).sentence())
                .startsWith("False alarms of all columns together are held to 1/month")
                .endsWith(" It covers 2 columns and 6 columns of 3 slices.");
        assertThat(report(quiet).slices())
                .filteredOn(slice -> !slice.value().equals("far"))
                .allSatisfy(slice -> assertThat(slice.status()).isEqualTo(Status.PASS));
        ReportDocument moved = report(outcome.windows().get(2));
        assertThat(moved.slices())
                .filteredOn(slice -> slice.status().isAlert())
                .extracting(ReportSlice::value)
                .containsExactly("north");
        assertThat(moved.movedSlices()).singleElement().satisfies(slice -> assertThat(slice.column())
                .isEqualTo("minutes"));
        assertThat(moved.slices().stream()
                        .filter(slice -> slice.value().equals("north"))
                        .findFirst()
                        .orElseThrow()
                        .columns()
                        .get(0)
                        .sentence())
                .contains("The budget of false alarms takes up to ");
        assertThat(outcome.windows().get(2).findings()).noneMatch(finding -> finding.status() == Status.FAIL);
        assertThat(DeltaStore.open(session, folder.resolve("store").toString())
                        .view(StoreTable.PROFILES)
                        .where(col("part")
                                .equalTo("BLOCK")
                                .and(col("column_name").equalTo("minutes")))
                        .count())
                .as("all rows, four cities and the rest, of forty days")
                .isEqualTo(REFERENCE * 6);
    }

    private static Finding budget(WindowOutcome window) {
        return window.findings().stream()
                .filter(finding -> finding.key().endsWith("false_alarms"))
                .findFirst()
                .orElseThrow();
    }

    private static ReportDocument report(WindowOutcome outcome) throws IOException {
        return ReportJson.read(
                Files.readString(Path.of(outcome.report().orElseThrow()).resolveSibling("report.json")));
    }

    private MonitorConfig monitor() throws IOException {
        return WrittenMonitor.load(
                folder,
                """
                monitor: rides
                source: {format: parquet, path: table}
                time: {column: day}
                windows: P1D
                reference: {pinned: %s/%s}
                slices: {city: [north, south, west, far]}
                drift: {false_alarms: 1/month}
                """
                        .formatted(START, START.plusDays(REFERENCE)));
    }
}
