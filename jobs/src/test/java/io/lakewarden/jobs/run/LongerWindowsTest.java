package io.lakewarden.jobs.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.lakewarden.jobs.config.Granularity;
import io.lakewarden.jobs.source.Trips;
import io.lakewarden.jobs.store.DeltaStore;
import io.lakewarden.jobs.store.StoredRun;
import io.lakewarden.profile.SlicedProfile;
import io.lakewarden.result.Window;
import io.lakewarden.spark.SparkExtension;
import java.io.IOException;
import java.nio.file.Path;
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
    private static final String WEEK = "2026-02-02/2026-02-09";
    private static final Granularity LENGTH = Granularity.parse("P1W");

    @TempDir
    Path folder;

    @Test
    void aWeekOfStoredDaysIsAsAWeekThatIsScanned(SparkSession session) throws IOException {
        Trips trips = Trips.of(session, folder, 40)
                .sql("UPDATE TRIPS SET minutes = minutes + 9, zone = 'zone 9'"
                        + " WHERE started >= '2026-02-02' AND seats > 0");
        MonitoredTable days = new MonitoredTable(session, trips.sliced("P1D", REFERENCE), folder.resolve("days"));
        MonitoredTable weeks = new MonitoredTable(session, trips.sliced("P1W", REFERENCE), folder.resolve("weeks"));
        ProfileOptions weekly = new ProfileOptions(false, false, Optional.of(LENGTH), Optional.empty());
        days.profile("2026-02-02/2026-02-05", ProfileOptions.NONE);
        days.profile("2026-02-06/2026-02-09", ProfileOptions.NONE);

        WindowOutcome merged = days.run(WEEK, weekly).windows().get(0);
        WindowOutcome scanned = weeks.run(WEEK, ProfileOptions.NONE).windows().get(0);

        assertThat(merged.profile()).hasValue("merged from 7 windows: 6 as they stand in the store, 1 profiled now");
        assertThat(merged.findings()).isEqualTo(scanned.findings());
        assertThat(merged.exitCode()).isEqualTo(ExitCode.FINDINGS);
        IncrementProof proof = IncrementProof.of(days.stored(WEEK), weeks.stored(WEEK));
        assertThat(proof.difference()).isEmpty();
        assertThat(proof.sentence()).contains("8 slices too");
        assertSameBlocks(
                reference(days).inBlocksOf(LENGTH, Granularity.parse("P1D")).blocks(),
                reference(weeks).blocks());
        assertThat(days.open().runs("trips").stream().map(StoredRun::facts).filter(facts -> facts.window()
                        .equals(Window.parse(WEEK))))
                .singleElement()
                .satisfies(facts -> assertThat(facts.granularity()).isEqualTo("P1W"));
        assertThat(MonitoredTable.jobs().report(days.request(WEEK, weekly)).windows())
                .hasSize(1);
    }

    private static PinnedReference reference(MonitoredTable table) {
        DeltaStore opened = table.open();
        String id = opened.run("trips", Window.parse(WEEK))
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
}
