package io.lakewarden.jobs.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lakewarden.jobs.config.Granularity;
import io.lakewarden.jobs.config.MonitorConfig;
import io.lakewarden.jobs.source.Trips;
import io.lakewarden.jobs.store.DeltaStore;
import io.lakewarden.jobs.store.StoreListener;
import io.lakewarden.jobs.store.StoreSnapshot;
import io.lakewarden.result.Window;
import io.lakewarden.spark.SparkExtension;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.apache.commons.io.FileUtils;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Increments over a real Delta table, held against what full scans of the same version store. */
@ExtendWith(SparkExtension.class)
class IncrementTest {
    private static final String FIFTH = "2026-01-05/2026-01-06";
    private static final ProfileOptions INCREMENTAL =
            new ProfileOptions(true, false, Optional.empty(), Optional.empty());
    private static final ProfileOptions VERIFIED = new ProfileOptions(true, true, Optional.empty(), Optional.empty());

    @TempDir
    Path folder;

    private SparkSession session;
    private Trips trips;
    private MonitorConfig monitor;
    private Path store;

    @BeforeEach
    void prepare(SparkSession spark) throws IOException {
        session = spark;
        trips = Trips.of(spark, folder, 7, "delta.enableDeletionVectors", "true");
        monitor = trips.monitor();
        store = folder.resolve("store");
    }

    @Test
    void anIncrementGivesTheTablesOfFullScans() throws IOException {
        jobs().run(request("2026-01-05/2026-01-08", ProfileOptions.NONE));
        trips.append("2026-01-05", 40, 50)
                .append("2026-01-05", 400, 51)
                .append("2026-01-08", 200, 8)
                .appendTimeless(2)
                .sql("DELETE FROM TRIPS WHERE started >= '2026-01-06' AND started < '2026-01-07' AND seats = 2");
        Path scanned = copyOfTheStore();

        RunOutcome outcome = jobs().run(request("2026-01-05/2026-01-09", INCREMENTAL));

        assertThat(outcome.windows())
                .extracting(window -> window.profile().orElseThrow())
                .satisfiesExactly(
                        fifth -> assertThat(fifth).contains("merged with 2 new files since version 0"),
                        sixth -> assertThat(sixth).contains("in full: rows that it may hold were removed or changed"),
                        seventh -> assertThat(seventh).startsWith("left alone: nothing that it holds has changed"),
                        eighth -> assertThat(eighth).startsWith("profiled in full: the store has no profile of it"));
        jobs().run(request(scanned, "2026-01-05/2026-01-09", ProfileOptions.NONE));
        assertSameNumbers(scanned, store);
        assertThat(open(store).findings("trips", List.of(Window.parse(FIFTH))).toString())
                .contains("2 rows have no time");

        jobs().run(request("2026-01-05/2026-01-09", INCREMENTAL));
        assertSameNumbers(scanned, store);
    }

    @Test
    void anotherSelectionOfRowsIsAnotherReference() throws IOException {
        jobs().profile(request(FIFTH, ProfileOptions.NONE));
        monitor = trips.monitor(", where: \"seats > 0\"");

        assertThat(profiles(jobs().profile(request(FIFTH, INCREMENTAL))))
                .containsExactly("profiled in full: the store has no profile of it over this reference");
    }

    @Test
    void aTableWithoutLogIsScannedInFullAndSaysSo() throws IOException {
        Measurements files = Measurements.in(folder.resolve("files"));
        RunRequest plain = files.request(files.monitor(), store, 2);
        jobs().profile(plain);

        assertThat(profiles(jobs().profile(new RunRequest(
                        plain.config(), plain.windows(), plain.store(), plain.failOn(), plain.output(), INCREMENTAL))))
                .containsExactly("profiled in full: a CSV source has no log of its changes");
    }

    @Test
    void judgingStoredProfilesAgainDoesNotMakeThemNewer() {
        jobs().profile(request(FIFTH, ProfileOptions.NONE));
        trips.append("2026-01-05", 40, 50);
        jobs().drift(request(FIFTH, ProfileOptions.NONE));

        assertThat(profiles(jobs().profile(request(FIFTH, INCREMENTAL))))
                .allMatch(it -> it.contains("merged with 1 new file since version 0"));
    }

    @Test
    void anIncrementThatDiesOnTheWayChangesNothing() {
        jobs().profile(request(FIFTH, ProfileOptions.NONE));
        StoreSnapshot before = StoreSnapshot.of(open(store));
        trips.append("2026-01-05", 40, 50);
        Jobs dying = new MonitorJobs(Progress.silent(), Clock.systemUTC(), step -> {
            if (step.equals(StoreListener.BEFORE_RUNS)) {
                throw new IllegalStateException("killed");
            }
        });

        assertThatThrownBy(() -> dying.profile(request(FIFTH, INCREMENTAL))).hasMessage("killed");

        assertThat(before.differences(StoreSnapshot.of(open(store)))).isEmpty();
        assertThat(profiles(jobs().profile(request(FIFTH, INCREMENTAL))))
                .allMatch(it -> it.contains("merged with 1 new file since version 0"));
    }

    @Test
    void aVerifiedIncrementSaysWhatWasCompared() {
        jobs().profile(request(FIFTH, ProfileOptions.NONE));
        trips.append("2026-01-05", 5_000, 50);

        RunOutcome outcome = jobs().profile(request(FIFTH, VERIFIED));

        assertThat(outcome.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(profiles(outcome))
                .allMatch(it -> it.contains("merged with 1 new file") && it.contains("exact figures equal"));
    }

    @Test
    void aVerifiedIncrementThatDiffersFailsAndStoresNothing() {
        jobs().profile(request(FIFTH, ProfileOptions.NONE));
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
        StoreSnapshot before = StoreSnapshot.of(open(store));

        RunOutcome outcome = jobs().profile(request(FIFTH, VERIFIED));

        assertThat(outcome.exitCode()).isEqualTo(ExitCode.UNEXPECTED);
        assertThat(outcome.windows().get(0).error().orElseThrow())
                .contains("the increment and a full scan disagree", "the number of rows: 300 by the increment")
                .contains("nothing was stored");
        assertThat(before.differences(StoreSnapshot.of(open(store)))).isEmpty();
    }

    private RunRequest request(String range, ProfileOptions options) {
        return request(store, range, options);
    }

    private RunRequest request(Path where, String range, ProfileOptions options) {
        Granularity length = options.every().or(monitor::windows).orElseThrow();
        return new RunRequest(
                monitor,
                length.split(Window.parse(range)),
                where.toString(),
                monitor.failOn(),
                Optional.empty(),
                options);
    }

    private static List<String> profiles(RunOutcome outcome) {
        return outcome.windows().stream()
                .map(window -> window.profile().orElseThrow())
                .toList();
    }

    /** So that both sides hold the same reference. */
    private Path copyOfTheStore() throws IOException {
        Path copy = folder.resolve("copy");
        FileUtils.copyDirectory(store.toFile(), copy.toFile());
        return copy;
    }

    private void assertSameNumbers(Path expected, Path actual) {
        StoreSnapshot full = StoreSnapshot.ofNumbers(open(expected));
        assertThat(full.size()).isPositive();
        assertThat(full.differences(StoreSnapshot.ofNumbers(open(actual)))).isEmpty();
    }

    private DeltaStore open(Path where) {
        return DeltaStore.open(session, where.toString());
    }

    private static Jobs jobs() {
        Clock clock = Clock.fixed(Instant.parse("2026-07-01T00:00:00Z"), ZoneOffset.UTC);
        return new MonitorJobs(Progress.silent(), clock, StoreListener.SILENT);
    }
}
