package io.lakewarden.jobs.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lakewarden.jobs.source.Trips;
import io.lakewarden.jobs.store.StoreListener;
import io.lakewarden.jobs.store.StoreSnapshot;
import io.lakewarden.jobs.store.StoredRun;
import io.lakewarden.result.Window;
import io.lakewarden.spark.SparkExtension;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Increments over a real Delta table, held against what full scans of the same version store. */
@ExtendWith(SparkExtension.class)
class IncrementTest {
    private static final String FIFTH = "2026-01-05/2026-01-06";

    @TempDir
    Path folder;

    private SparkSession session;
    private Trips trips;
    private MonitoredTable monitored;

    @BeforeEach
    void prepare(SparkSession spark) throws IOException {
        session = spark;
        trips = Trips.of(spark, folder, 7, "delta.enableDeletionVectors", "true");
        monitored = new MonitoredTable(spark, trips.monitor(), folder.resolve("store"));
    }

    @Test
    void anIncrementGivesTheTablesOfFullScans() throws IOException {
        monitored = monitored.with(trips.sliced("P1D", "2026-01-01/2026-01-05"));
        monitored.run("2026-01-05/2026-01-08", ProfileOptions.NONE);
        trips.append("2026-01-05", 40, 50)
                .append("2026-01-05", 400, 51)
                .append("2026-01-08", 200, 8)
                .appendTimeless(2)
                .sql("DELETE FROM TRIPS WHERE started >= '2026-01-06' AND started < '2026-01-07' AND seats = 2");
        MonitoredTable scanned = monitored.copy("scanned");

        RunOutcome outcome = monitored.run("2026-01-05/2026-01-09", MonitoredTable.INCREMENTAL);

        assertThat(outcome.windows())
                .extracting(window -> window.profile().orElseThrow())
                .satisfiesExactly(
                        fifth -> assertThat(fifth).contains("merged with 2 new files since version 0"),
                        sixth -> assertThat(sixth).contains("in full: rows that it may hold were removed or changed"),
                        seventh -> assertThat(seventh).startsWith("left alone: nothing that it holds has changed"),
                        eighth -> assertThat(eighth).startsWith("profiled in full: the store has no profile of it"));
        scanned.run("2026-01-05/2026-01-09", ProfileOptions.NONE);
        monitored.assertSameNumbersAs(scanned);
        assertThat(monitored
                        .open()
                        .findings("trips", List.of(Window.parse(FIFTH)))
                        .toString())
                .contains("2 rows have no time");

        monitored.run("2026-01-05/2026-01-09", MonitoredTable.INCREMENTAL);
        monitored.assertSameNumbersAs(scanned);
    }

    @Test
    void lateDataForAnOldDayIsJudgedAgainInTheDayAfter() throws IOException {
        monitored.run("2026-01-05/2026-01-08", ProfileOptions.NONE);
        List<String> before = runs();
        trips.append("2026-01-05", 100, 50).appendTimeless(1);
        MonitoredTable scanned = monitored.copy("scanned");

        monitored.run(FIFTH, MonitoredTable.INCREMENTAL);

        List<String> after = runs();
        assertThat(after.subList(0, 2)).doesNotContainAnyElementsOf(before);
        assertThat(after.subList(2, 3)).isEqualTo(before.subList(2, 3));
        scanned.run(FIFTH, ProfileOptions.NONE);
        monitored.assertSameNumbersAs(scanned);
    }

    private List<String> runs() {
        return monitored.open().runs("trips").stream().map(StoredRun::runId).toList();
    }

    @Test
    void anotherSelectionOfRowsIsAnotherReference() throws IOException {
        monitored.profile(FIFTH, ProfileOptions.NONE);
        monitored = monitored.with(trips.monitor(", where: \"seats > 0\""));

        assertThat(monitored.told(FIFTH, MonitoredTable.INCREMENTAL))
                .containsExactly("profiled in full: the store has no profile of it over this reference");
    }

    @Test
    void aTableWithoutLogIsScannedInFullAndSaysSo() throws IOException {
        Measurements files = Measurements.in(folder.resolve("files"));
        MonitoredTable plain = new MonitoredTable(session, files.monitor(), folder.resolve("plain"));
        plain.profile("2026-02-01/2026-03-01", ProfileOptions.NONE);

        assertThat(plain.told("2026-02-01/2026-03-01", MonitoredTable.INCREMENTAL))
                .containsExactly("profiled in full: a CSV source has no log of its changes");
    }

    @Test
    void judgingStoredProfilesAgainDoesNotMakeThemNewer() {
        monitored.profile(FIFTH, ProfileOptions.NONE);
        trips.append("2026-01-05", 40, 50);
        monitored.drift(FIFTH);

        assertThat(monitored.told(FIFTH, MonitoredTable.INCREMENTAL))
                .allMatch(it -> it.contains("merged with 1 new file since version 0"));
    }

    @Test
    void anIncrementThatDiesOnTheWayChangesNothing() {
        monitored.profile(FIFTH, ProfileOptions.NONE);
        StoreSnapshot before = StoreSnapshot.of(monitored.open());
        trips.append("2026-01-05", 40, 50);
        Jobs dying = MonitoredTable.jobs(step -> {
            if (step.equals(StoreListener.BEFORE_RUNS)) {
                throw new IllegalStateException("killed");
            }
        });

        assertThatThrownBy(() -> dying.profile(monitored.request(FIFTH, MonitoredTable.INCREMENTAL)))
                .hasMessage("killed");

        assertThat(before.differences(StoreSnapshot.of(monitored.open()))).isEmpty();
        assertThat(monitored.told(FIFTH, MonitoredTable.INCREMENTAL))
                .allMatch(it -> it.contains("merged with 1 new file since version 0"));
    }

    @Test
    void aVerifiedIncrementSaysWhatWasCompared() throws IOException {
        monitored = monitored.with(trips.sliced("P1D", "2026-01-01/2026-01-05"));
        monitored.profile(FIFTH, ProfileOptions.NONE);
        trips.append("2026-01-05", 5_000, 50);

        RunOutcome outcome = monitored.profile(FIFTH, MonitoredTable.VERIFIED);

        assertThat(outcome.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(MonitoredTable.told(outcome))
                .allMatch(it -> it.contains("merged with 1 new file")
                        && it.contains("held against a full scan, 8 slices too: ")
                        && it.contains("exact figures equal"));
    }

    @Test
    void aSliceThatDiffersIsNamed() throws IOException {
        monitored = monitored.with(trips.sliced("P1D", "2026-01-01/2026-01-05"));
        monitored.profile(FIFTH, ProfileOptions.NONE);
        // Trips of a day change their zones with each other, so that only slices tell, and the log says nothing
        // changed.
        String numbered =
                """
                SELECT *, unix_micros(started) DIV 86400000000 AS day,
                  row_number() OVER (PARTITION BY unix_micros(started) DIV 86400000000 ORDER BY trip) AS up,
                  row_number() OVER (PARTITION BY unix_micros(started) DIV 86400000000 ORDER BY trip DESC) AS down
                FROM delta.`%s`"""
                        .formatted(trips.table());
        session.sql("WITH numbered AS (" + numbered + ") SELECT a.started, a.trip, a.minutes, b.zone, a.seats"
                        + " FROM numbered a JOIN numbered b ON a.day = b.day AND a.up = b.down")
                .write()
                .format("delta")
                .mode("overwrite")
                .option("dataChange", "false")
                .save(trips.table());

        assertThat(monitored
                        .profile(FIFTH, MonitoredTable.VERIFIED)
                        .windows()
                        .get(0)
                        .error())
                .hasValueSatisfying(error -> assertThat(error)
                        .containsPattern(
                                "disagree, slice seats = 0, column 'zone', bin zone \\d: \\d+ by the increment"));
    }

    @Test
    void aVerifiedIncrementThatDiffersFailsAndStoresNothing() {
        monitored.profile(FIFTH, ProfileOptions.NONE);
        // What Delta never does by itself: rows are gone, and the log says that nothing has changed.
        session.read()
                .format("delta")
                .load(trips.table())
                .where("seats <> 3")
                .write()
                .format("delta")
                .mode("overwrite")
                .option("dataChange", "false")
                .save(trips.table());
        StoreSnapshot before = StoreSnapshot.of(monitored.open());

        RunOutcome outcome = monitored.profile(FIFTH, MonitoredTable.VERIFIED);

        assertThat(outcome.exitCode()).isEqualTo(ExitCode.UNEXPECTED);
        assertThat(outcome.windows().get(0).error().orElseThrow())
                .contains("the increment and a full scan disagree", "the number of rows: 300 by the increment")
                .contains("nothing was stored");
        assertThat(before.differences(StoreSnapshot.of(monitored.open()))).isEmpty();
    }
}
