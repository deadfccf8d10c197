package io.lakewarden.jobs.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.lakewarden.jobs.config.Granularity;
import io.lakewarden.jobs.config.MonitorConfig;
import io.lakewarden.jobs.source.Trips;
import io.lakewarden.jobs.store.DeltaStore;
import io.lakewarden.jobs.store.StoreListener;
import io.lakewarden.jobs.store.StoredRun;
import io.lakewarden.profile.SlicedProfile;
import io.lakewarden.result.Window;
import io.lakewarden.spark.SparkExtension;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Weeks that are merged from stored days, held against weeks that are scanned. */
@ExtendWith(SparkExtension.class)
class LongerWindowsTest {
    private static final String REFERENCE = "2026-01-05/2026-02-02";
    private static final Window WEEK = Window.parse("2026-02-02/2026-02-09");

    @TempDir
    Path folder;

    @Test
    void aWeekOfStoredDaysIsAsAWeekThatIsScanned(SparkSession session) throws IOException {
        Trips trips = Trips.of(session, folder, 40)
                .sql("UPDATE TRIPS SET minutes = minutes + 9, zone = 'zone 9'"
                        + " WHERE started >= '2026-02-02' AND seats > 0");
        MonitorConfig daily = trips.sliced("P1D", REFERENCE);
        MonitorConfig weekly = trips.sliced("P1W", REFERENCE);
        Path days = folder.resolve("days");
        Path weeks = folder.resolve("weeks");
        jobs().profile(request(daily, days, Window.parse("2026-02-02/2026-02-05"), Optional.empty()));
        jobs().profile(request(daily, days, Window.parse("2026-02-06/2026-02-09"), Optional.empty()));

        WindowOutcome merged = jobs().run(request(daily, days, WEEK, Optional.of("P1W")))
                .windows()
                .get(0);
        WindowOutcome scanned = jobs().run(request(weekly, weeks, WEEK, Optional.empty()))
                .windows()
                .get(0);

        assertThat(merged.profile()).hasValue("merged from 7 windows: 6 as they stand in the store, 1 profiled now");
        assertThat(merged.findings()).isEqualTo(scanned.findings());
        assertThat(merged.exitCode()).isEqualTo(ExitCode.FINDINGS);
        IncrementProof proof = IncrementProof.of(profile(session, days), profile(session, weeks));
        assertThat(proof.difference()).isEmpty();
        assertThat(proof.sentence()).contains("8 slices too");
        assertSameBlocks(
                reference(session, days)
                        .inBlocksOf(Granularity.parse("P1W"), Granularity.parse("P1D"))
                        .blocks(),
                reference(session, weeks).blocks());
        assertThat(DeltaStore.open(session, days.toString()).runs("trips").stream()
                        .map(StoredRun::facts)
                        .filter(facts -> facts.window().equals(WEEK)))
                .singleElement()
                .satisfies(facts -> assertThat(facts.granularity()).isEqualTo("P1W"));
        assertThat(jobs().report(request(daily, days, WEEK, Optional.of("P1W"))).windows())
                .hasSize(1);
    }

    private static SlicedProfile profile(SparkSession session, Path store) {
        return DeltaStore.open(session, store.toString())
                .profiles("trips", List.of(WEEK))
                .get(WEEK)
                .profile();
    }

    private static PinnedReference reference(SparkSession session, Path store) {
        DeltaStore opened = DeltaStore.open(session, store.toString());
        String id = opened.run("trips", WEEK)
                .orElseThrow()
                .facts()
                .inputs()
                .referenceId()
                .orElseThrow();
        return PinnedReference.stored(id, opened.reference("trips", id).orElseThrow());
    }

    /** What says how much the reference itself moves from week to week. */
    private static void assertSameBlocks(List<SlicedProfile> merged, List<SlicedProfile> scanned) {
        assertThat(merged).hasSize(4);
        assertThat(merged)
                .extracting(SlicedProfile::window)
                .isEqualTo(scanned.stream().map(SlicedProfile::window).toList());
        for (int i = 0; i < merged.size(); i++) {
            assertThat(IncrementProof.of(merged.get(i), scanned.get(i)).difference())
                    .isEmpty();
        }
    }

    private static RunRequest request(MonitorConfig config, Path store, Window range, Optional<String> every) {
        Optional<Granularity> length = every.map(Granularity::parse);
        return new RunRequest(
                config,
                length.or(config::windows).orElseThrow().split(range),
                store.toString(),
                config.failOn(),
                Optional.empty(),
                new ProfileOptions(false, false, length, Optional.empty()));
    }

    private static Jobs jobs() {
        Clock clock = Clock.fixed(Instant.parse("2026-07-01T00:00:00Z"), ZoneOffset.UTC);
        return new MonitorJobs(Progress.silent(), clock, StoreListener.SILENT);
    }
}
