package io.lakewarden.jobs.run;

import static io.lakewarden.jobs.run.MonitoredTable.report;
import static io.lakewarden.jobs.run.Rides.START;
import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;

import io.lakewarden.jobs.store.StoreTable;
import io.lakewarden.report.ReportDocument;
import io.lakewarden.report.ReportSlice;
import io.lakewarden.result.Finding;
import io.lakewarden.result.Status;
import io.lakewarden.spark.SparkExtension;
import java.io.IOException;
import java.nio.file.Path;
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
    private static final int REFERENCE = 40;
    private static final int LAST = 42;

    @TempDir
    Path folder;

    @Test
    void oneBudgetCoversColumnsAndSlices(SparkSession session) throws IOException {
        Rides.write(
                session,
                folder,
                LAST + 1,
                400,
                "CASE WHEN i < 5 THEN 'far' WHEN i % 5 < 2 THEN 'south' WHEN i % 5 < 4 THEN 'west' ELSE 'north' END AS city",
                "20 + pmod(hash(d), 100) / 100D + pmod(hash(d, int(i)), 1000) / 250D"
                        + " + IF(city IN ('north', 'far') AND d = " + LAST + ", 1.6, 0) AS minutes");
        MonitoredTable rides = new MonitoredTable(
                session,
                Rides.monitor(
                        folder,
                        Rides.first(REFERENCE),
                        """
                        slices: {city: [north, south, west, far]}
                        drift: {false_alarms: 1/month}
                        """),
                folder.resolve("store"));
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
        assertThat(rides.open()
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
}
