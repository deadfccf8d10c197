package io.lakewarden.jobs.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.lakewarden.jobs.config.Granularity;
import io.lakewarden.jobs.source.Trips;
import io.lakewarden.result.Finding;
import io.lakewarden.spark.SparkExtension;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Weeks and months that are merged from stored days after some of the days have changed. */
@ExtendWith(SparkExtension.class)
class LongerIncrementTest {
    private static final String REFERENCE = "2026-01-05/2026-01-19";
    private static final String JANUARY = "2026-01-01/2026-02-01";
    private static final String WEEK = "2026-01-26/2026-02-02";

    @TempDir
    Path folder;

    private SparkSession session;
    private Trips trips;
    private MonitoredTable days;

    @BeforeEach
    void prepare(SparkSession spark) throws IOException {
        session = spark;
        trips = Trips.of(spark, folder, 32);
        days = new MonitoredTable(spark, trips.monitor("", "P1D", REFERENCE), folder.resolve("days"));
        days.profile("2026-01-01/2026-02-02", ProfileOptions.NONE);
    }

    @Test
    void aWeekIsMergedFromDaysAsTheyAreNow() throws IOException {
        MonitoredTable weeks = scanned("P1W", WEEK);
        trips.append("2026-01-28", 40, 50)
                .append("2026-01-28", 40, 51)
                .sql("DELETE FROM TRIPS WHERE started >= '2026-01-30' AND started < '2026-01-31' AND seats = 2");

        WindowOutcome merged = days.run(WEEK, every("P1W", true)).windows().get(0);
        WindowOutcome full = weeks.run(WEEK, ProfileOptions.NONE).windows().get(0);

        assertThat(merged.profile())
                .hasValue("merged from 7 windows: 5 as they stand in the store, 1 brought up to date with new files,"
                        + " 1 profiled now (rows that it may hold were removed or changed since version 0)");
        assertThat(merged.findings()).isEqualTo(full.findings());
        assertThat(merged.exitCode()).isEqualTo(full.exitCode());
        assertThat(IncrementProof.of(days.stored(WEEK), weeks.stored(WEEK)).difference())
                .isEmpty();
    }

    @Test
    void lateDataForAnOldDayReachesItsMonth() throws IOException {
        MonitoredTable months = scanned("P1M", JANUARY);
        days.run(JANUARY, every("P1M", false));
        trips.append("2026-01-03", 25, 50);

        assertThat(days.told(JANUARY, every("P1M", false)))
                .containsExactly("merged from 31 windows: 31 as they stand in the store");
        WindowOutcome merged = days.run(JANUARY, every("P1M", true)).windows().get(0);
        WindowOutcome full = months.run(JANUARY, ProfileOptions.NONE).windows().get(0);

        assertThat(merged.profile())
                .hasValue("merged from 31 windows: 30 as they stand in the store, 1 brought up to date with new files");
        assertThat(merged.findings())
                .extracting(Finding::key, Finding::status)
                .isEqualTo(full.findings().stream()
                        .map(finding -> tuple(finding.key(), finding.status()))
                        .toList());
        assertThat(IncrementProof.of(days.stored(JANUARY), months.stored(JANUARY))
                        .difference())
                .isEmpty();
    }

    @Test
    void theDaysThemselvesStayAsTheyStandUntilTheyAreAskedFor() {
        trips.append("2026-01-28", 40, 50);
        days.profile(WEEK, every("P1W", true));
        String day = "2026-01-28/2026-01-29";
        assertThat(days.stored(day).rows()).isEqualTo(Trips.ROWS_PER_DAY);

        assertThat(days.told(day, MonitoredTable.VERIFIED)).allMatch(it -> it.contains("merged with 1 new file"));
        assertThat(days.told(WEEK, every("P1W", true)))
                .containsExactly("merged from 7 windows: 7 as they stand in the store");
    }

    /** A monitor of windows of that length itself, with the same reference before anything happens. */
    private MonitoredTable scanned(String length, String window) throws IOException {
        MonitoredTable longer =
                new MonitoredTable(session, trips.monitor("", length, REFERENCE), folder.resolve("longer"));
        longer.profile(window, ProfileOptions.NONE);
        return longer;
    }

    private static ProfileOptions every(String length, boolean incremental) {
        return new ProfileOptions(incremental, false, Optional.of(Granularity.parse(length)), Optional.empty());
    }
}
