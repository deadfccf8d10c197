package io.lakewarden.jobs.run;

import static io.lakewarden.jobs.run.MonitoredTable.jobs;
import static org.assertj.core.api.Assertions.assertThat;

import io.lakewarden.jobs.config.FailOn;
import io.lakewarden.jobs.config.MonitorConfig;
import io.lakewarden.jobs.source.ResolvedSource;
import io.lakewarden.jobs.source.RowSample;
import io.lakewarden.jobs.source.SampledRows;
import io.lakewarden.jobs.source.SourceReader;
import io.lakewarden.jobs.source.Trips;
import io.lakewarden.jobs.store.DeltaStore;
import io.lakewarden.jobs.store.StoreSnapshot;
import io.lakewarden.profile.DatasetProfile;
import io.lakewarden.profile.SlicedProfile;
import io.lakewarden.result.Finding;
import io.lakewarden.result.Status;
import io.lakewarden.result.Window;
import io.lakewarden.spark.SparkExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Samples say what they are, stay by themselves, and are drawn the same way again. */
@ExtendWith(SparkExtension.class)
class SampleTest {
    private static final Window FIFTH = Window.parse("2026-01-05/2026-01-06");
    private static final RowSample THIRD = new RowSample(0.3);

    @TempDir
    Path folder;

    @Test
    void theSameFilesGiveTheSameRowsHoweverManyCoresReadThem(SparkSession session) throws IOException {
        Trips trips = Trips.of(session, folder, 6);
        MonitorConfig monitor = trips.monitor();
        SparkSession other = SampledRows.session(session);
        other.conf().set("spark.sql.leafNodeDefaultParallelism", "7");

        List<String> sampled = trips(SampledRows.session(session), monitor);

        assertThat(trips(other, monitor)).containsExactlyInAnyOrderElementsOf(sampled);
        // 300 rows: within five standard deviations of the share.
        assertThat(sampled).hasSizeBetween(50, 130);
    }

    @Test
    void aSampleIsToldEverywhereAndTouchesNothingThatStands(SparkSession session) throws IOException {
        MonitorConfig monitor = Trips.of(session, folder, 6).sliced("P1D", "2026-01-01/2026-01-05");
        Path store = folder.resolve("store");
        jobs().run(request(monitor, store, Optional.empty()));
        StoreSnapshot before = StoreSnapshot.of(DeltaStore.open(session, store.toString()));

        RunRequest request = request(monitor, store, Optional.of(THIRD));
        WindowOutcome outcome = jobs().run(request).windows().get(0);

        assertThat(before.differences(StoreSnapshot.of(DeltaStore.open(session, store.toString()))))
                .isEmpty();
        assertThat(outcome.rows()).isBetween(50L, 130L);
        assertThat(outcome.sampleShare()).hasValue(0.3);
        assertThat(outcome.findings())
                .filteredOn(finding -> finding.source().equals("sampling"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.status()).isEqualTo(Status.WARN))
                .extracting(Finding::sentence)
                .asString()
                .contains("Only a random 30 % sample was read", "not of the window", "percentage points");
        assertThat(Path.of(outcome.report().orElseThrow())).content().contains("30 % sample");
        DeltaStore samples = DeltaStore.open(session, request.place());
        assertThat(samples.run("trips", FIFTH).orElseThrow().facts().inputs().sourceSnapshot())
                .startsWith("sample:0.3:delta:");
        assertThat(samples.files()
                        .read(samples.files().runStatus("trips", FIFTH))
                        .orElseThrow())
                .contains("\"sample_share\" : 0.3");
        SlicedProfile sampled =
                samples.profiles("trips", List.of(FIFTH)).get(FIFTH).profile();
        assertThat(sampled.slices().stream()
                        .filter(slice -> slice.slice().key().equals("zone"))
                        .mapToLong(DatasetProfile::rows)
                        .sum())
                .isEqualTo(outcome.rows());
        assertThat(Files.isDirectory(store.resolve("_samples/0.3/runs"))).isTrue();
        StoreSnapshot once = StoreSnapshot.of(samples);

        jobs().run(request);

        assertThat(once.differences(StoreSnapshot.of(DeltaStore.open(session, request.place()))))
                .isEmpty();
    }

    private static List<String> trips(SparkSession session, MonitorConfig monitor) {
        ResolvedSource source = new SourceReader(session).read(monitor.source(), monitor.time());
        return SampledRows.of(source.within(FIFTH), THIRD).select("trip").collectAsList().stream()
                .map(row -> row.getString(0))
                .toList();
    }

    private static RunRequest request(MonitorConfig config, Path store, Optional<RowSample> sample) {
        return new RunRequest(
                config,
                List.of(FIFTH),
                store.toString(),
                FailOn.FAIL,
                Optional.empty(),
                new ProfileOptions(false, false, Optional.empty(), sample));
    }
}
