package io.lakewarden.jobs.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lakewarden.jobs.config.FailOn;
import io.lakewarden.jobs.config.MonitorConfig;
import io.lakewarden.jobs.config.MonitorLoader;
import io.lakewarden.jobs.config.ReportConfig;
import io.lakewarden.jobs.config.UserException;
import io.lakewarden.jobs.site.SiteOutcome;
import io.lakewarden.jobs.site.SiteRequest;
import io.lakewarden.jobs.store.DeltaStore;
import io.lakewarden.jobs.store.StoreListener;
import io.lakewarden.jobs.store.StoreSnapshot;
import io.lakewarden.jobs.store.StoredRun;
import io.lakewarden.result.Finding;
import io.lakewarden.result.Status;
import io.lakewarden.result.Window;
import io.lakewarden.spark.SparkExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The main job on real files and a real store. */
@ExtendWith(SparkExtension.class)
class MonitorRunTest {
    private static final String JANUARY = "pinned: 2026-01-01/2026-02-01";

    @TempDir
    Path folder;

    private SparkSession session;
    private Measurements measurements;
    private Jobs jobs;

    @BeforeEach
    void prepare(SparkSession spark) throws IOException {
        session = spark;
        measurements = Measurements.in(folder.resolve("data"));
        jobs = jobs();
    }

    @Test
    void findsWhatMovedAndLeavesTheRestAlone() throws IOException {
        RunOutcome outcome = jobs.run(measurements.request(measurements.monitor(), store("a"), 2, 3, 4));

        assertThat(outcome.windows()).extracting(WindowOutcome::rows).containsExactly(600L, 600L, 600L);
        assertThat(outcome.windows())
                .extracting(WindowOutcome::exitCode)
                .containsExactly(ExitCode.OK, ExitCode.FINDINGS, ExitCode.OK);
        assertThat(alerts(outcome.windows().get(1))).isNotEmpty().allMatch(key -> key.contains("/temperature/"));
        assertThat(alerts(outcome.windows().get(0))).isEmpty();
        assertThat(alerts(outcome.windows().get(2))).isEmpty();
    }

    @Test
    void writesReportAndStatusOfEachWindow() throws IOException {
        RunOutcome outcome = jobs.run(measurements.request(measurements.monitor(), store("a"), 2, 3));

        WindowOutcome march = outcome.windows().get(1);
        assertThat(Path.of(march.report().orElseThrow())).content().contains("temperature", march.runId());
        assertThat(status("a", march.window()))
                .contains("\"exit_code\" : 3", "\"status\" : \"FAIL\"", "\"granularity\" : \"P1M\"", march.runId());
    }

    @Test
    void templatesThatDoNotWorkCostNoReportAndChangeNoExitCode() throws IOException {
        Path theme = folder.resolve("team/theme.properties");
        Files.createDirectories(theme.getParent());
        Files.writeString(theme, "light.ink = red");
        MonitorConfig monitor =
                measurements.monitor().reporting(new ReportConfig(Optional.of(theme.getParent()), Optional.of("de")));

        RunOutcome outcome = jobs.run(measurements.request(monitor, store("a"), 2, 3));

        assertThat(outcome.complaints()).singleElement().asString().startsWith(theme + ":1: light.ink is 'red';");
        assertThat(outcome.exitCode()).isEqualTo(ExitCode.FINDINGS);
        assertThat(outcome.windows()).hasSize(2).allSatisfy(window -> assertThat(
                        Path.of(window.report().orElseThrow()))
                .content()
                .contains("<html lang=\"de\"", window.runId()));
    }

    @Test
    void aSiteIsMadeOfWhatRunsLeave() throws IOException {
        MonitorConfig monitor = measurements.monitor();
        jobs.run(measurements.request(monitor, store("a"), 2, 4));

        SiteOutcome outcome =
                jobs.site(new SiteRequest(folder.resolve("site"), store("a").toString(), Optional.empty(), List.of()));

        assertThat(outcome.tracks())
                .containsExactly(new SiteOutcome.Track(monitor.monitor(), monitor.monitor() + "/1-month", 2, 0));
        assertThat(outcome.index()).content().contains("2026-03: 1 window without a run", "2026-02: Pass");
    }

    @Test
    void aRepeatedRunGivesTheSameTables() throws IOException {
        jobs.run(measurements.request(measurements.monitor(), store("once"), 2, 3));
        jobs.run(measurements.request(measurements.monitor(), store("twice"), 2, 3));
        jobs.run(measurements.request(measurements.monitor(), store("twice"), 2, 3));

        assertSameTables("once", "twice");
    }

    @Test
    void windowsOutOfOrderGiveTheTablesOfACleanRunInOrder() throws IOException {
        jobs.run(measurements.request(measurements.monitor(), store("in-order"), 2, 3, 4));
        for (int month : new int[] {4, 2, 3}) {
            jobs.run(measurements.request(measurements.monitor(), store("out-of-order"), month));
        }

        assertSameTables("in-order", "out-of-order");
    }

    @Test
    void concurrentRunsOfOneWindowGiveTheTablesOfOne() throws IOException {
        MonitorConfig monitor = measurements.monitor();
        jobs.run(measurements.request(monitor, store("alone"), 3));
        CompletableFuture<RunOutcome> other =
                CompletableFuture.supplyAsync(() -> jobs().run(measurements.request(monitor, store("together"), 3)));
        jobs.run(measurements.request(monitor, store("together"), 3));
        other.join();

        assertSameTables("alone", "together");
    }

    @Test
    void aChangedWindowTakesItsSuccessorAlong() throws IOException {
        MonitorConfig monitor = measurements.monitor("previous: 2, pinned: 2026-01-01/2026-02-01");
        jobs.run(measurements.request(monitor, store("late"), 3, 4, 5, 6));
        measurements.writeMonth(3, 17);
        jobs.run(measurements.request(monitor, store("late"), 3));

        jobs.run(measurements.request(monitor, store("clean"), 3, 4, 5, 6));
        // April to June were not read again: their rows still name the snapshot that was read. All else is equal.
        assertThat(StoreSnapshot.of(opened("clean")).differences(StoreSnapshot.of(opened("late"))))
                .isNotEmpty()
                .allMatch(MonitorRunTest::differsInTheSnapshotOnly);
    }

    @Test
    void aStoredReferenceOutlivesItsSource() throws IOException {
        MonitorConfig monitor = measurements.monitor();
        jobs.run(measurements.request(monitor, store("a"), 2));
        measurements.deleteMonth(1);

        RunOutcome outcome = jobs.run(measurements.request(monitor, store("a"), 3));

        assertThat(outcome.exitCode()).isEqualTo(ExitCode.FINDINGS);
        assertThat(opened("a")
                        .reference(monitor.monitor(), referenceId("a"))
                        .orElseThrow()
                        .profile()
                        .rows())
                .isEqualTo(600);
    }

    @Test
    void aReferenceWithoutRowsIsTheUsersError() throws IOException {
        RunRequest request = measurements.request(measurements.monitor("pinned: 2019-01-01/2019-02-01"), store("a"), 2);

        assertThatThrownBy(() -> jobs.run(request))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("2019-01-01/2019-02-01")
                .hasMessageContaining("no rows");
    }

    @Test
    void aColumnThatIsNowhereIsTheUsersError() throws IOException {
        MonitorConfig misspelt = measurements.monitor(
                JANUARY,
                """
                columns: {ignore: [rom], label: temprature}
                drift: {columns: {humidity: {thresholds: {ks_test: {warn: 0.1}}}}}""");

        assertThatThrownBy(() -> jobs.run(measurements.request(misspelt, store("a"), 2)))
                .isInstanceOf(UserException.class)
                .message()
                .satisfies(message -> assertThat(message.lines())
                        .satisfiesExactlyInAnyOrder(
                                line -> assertThat(line)
                                        .startsWith("columns.ignore: there is no column 'rom'")
                                        .endsWith("did you mean 'room'?"),
                                line -> assertThat(line)
                                        .startsWith("columns.label: there is no column 'temprature'")
                                        .endsWith("did you mean 'temperature'?"),
                                line -> assertThat(line)
                                        .startsWith("drift.columns: there is no column 'humidity'")
                                        .endsWith("there are 'day', 'temperature', 'room'")));
    }

    @Test
    void aColumnIsLookedForWhereTheReferenceStandsInTheStoreToo() throws IOException {
        jobs.run(measurements.request(measurements.monitor(JANUARY, "columns: {label: room}"), store("a"), 2));
        MonitorConfig misspelt = measurements.monitor(JANUARY, "columns: {label: rooms}");

        assertThatThrownBy(() -> jobs.run(measurements.request(misspelt, store("a"), 3)))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("columns.label: there is no column 'rooms'")
                .hasMessageContaining("did you mean 'room'?");
    }

    @Test
    void secretsAreNeitherStoredNorShown() throws IOException {
        Path table = Files.createDirectories(folder.resolve("data/s3cr3t"));
        Files.writeString(table.resolve("a.csv"), "a,b\n1,2\n3,4\n5,6,7\n");
        Path file = Files.writeString(
                folder.resolve("data/secret.yaml"),
                """
                monitor: measurements
                title: About ${env:PLACE}
                source:
                  format: csv
                  path: "${env:PLACE}"
                  options: {bad_rows: count}
                  where: "'${env:PLACE}' <> 'x'"
                reference: {where: "a > 0"}
                drift: {minimum_rows: 1}
                """);
        MonitorConfig monitor = MonitorLoader.load(file, Map.of("PLACE", "s3cr3t"));
        Window day = Window.parse("2026-01-01/2026-01-02");

        jobs.run(new RunRequest(
                monitor, List.of(day), store("a").toString(), monitor.failOn(), Optional.empty(), ProfileOptions.NONE));

        assertThat(opened("a").findings("measurements", List.of(day)).get(day).toString())
                .contains("cannot be read and are left out", "${env:PLACE}")
                .doesNotContain("s3cr3t");
        try (Stream<Path> files = Files.walk(store("a"))) {
            assertThat(files.filter(it -> it.toString().matches(".*\\.(json|html)")))
                    .hasSizeGreaterThan(3)
                    .allSatisfy(it -> assertThat(it).content().doesNotContain("s3cr3t"));
        }
    }

    @Test
    void previousWindowsWithoutRowsAreUndecidable() throws IOException {
        MonitorConfig monitor = measurements.monitor("previous: 1, pinned: 2026-02-01/2026-03-01");

        RunOutcome outcome = jobs.run(measurements.request(monitor, store("a"), 1));

        assertThat(outcome.exitCode()).isEqualTo(ExitCode.UNDECIDABLE);
        assertThat(outcome.windows().get(0).findings())
                .anyMatch(finding -> finding.status() == Status.ERROR
                        && finding.sentence().contains("none of the 1 windows before"));
    }

    @Test
    void anEmptyWindowIsSkippedAndReplacesWhatStoodThere() throws IOException {
        MonitorConfig monitor = measurements.monitor();
        jobs.run(measurements.request(monitor, store("a"), 3));
        measurements.deleteMonth(3);

        RunOutcome outcome = jobs.run(measurements.request(monitor, store("a"), 3));

        assertThat(outcome.exitCode()).isEqualTo(ExitCode.EMPTY);
        Window march = outcome.windows().get(0).window();
        assertThat(opened("a").findings("measurements", List.of(march)).getOrDefault(march, List.of()))
                .isEmpty();
        assertThat(status("a", march)).contains("\"exit_code\" : 99");
    }

    @Test
    void judgesStoredProfilesWithoutTheirData() throws IOException {
        MonitorConfig monitor = measurements.monitor();
        RunOutcome first = jobs.run(measurements.request(monitor, store("a"), 2, 3));
        measurements.deleteMonth(2);
        measurements.deleteMonth(3);

        RunOutcome again = jobs.drift(measurements.request(monitor, store("a"), 3));

        assertThat(again.windows().get(0).findings())
                .isEqualTo(first.windows().get(1).findings());
    }

    @Test
    void profilesWithoutJudging() throws IOException {
        RunOutcome outcome = jobs.profile(measurements.request(measurements.monitor(), store("a"), 3));

        assertThat(outcome.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(outcome.windows().get(0).findings()).isEmpty();
    }

    @Test
    void aReportThatIsNotThereIsTheUsersErrorAndSaysHowToMakeOne() throws IOException {
        Path file = Files.writeString(
                folder.resolve("timeless.yaml"),
                "monitor: timeless\nsource: {format: csv, path: x.csv}\nreference: {where: a}\n");
        Window day = Window.parse("2026-01-01/2026-01-02");
        RunRequest timeless = new RunRequest(
                MonitorLoader.load(file),
                List.of(day),
                store("a").toString(),
                FailOn.FAIL,
                Optional.empty(),
                ProfileOptions.NONE);

        assertThatThrownBy(() -> jobs.report(timeless))
                .isInstanceOf(UserException.class)
                .hasMessageEndingWith("run --as-of 2026-01-01");
        assertThatThrownBy(() -> jobs.report(measurements.request(measurements.monitor(), store("a"), 3)))
                .isInstanceOf(UserException.class)
                .hasMessageEndingWith("run --window 2026-03-01/2026-04-01");
    }

    @Test
    void rendersStoredReportsAgain() throws IOException {
        RunRequest request = measurements.request(measurements.monitor(), store("a"), 3);
        Path page = Path.of(jobs.run(request).windows().get(0).report().orElseThrow());
        String html = Files.readString(page);
        Files.delete(page);

        jobs.report(request);

        assertThat(page).hasContent(html);
    }

    private Jobs jobs() {
        Clock clock = Clock.fixed(Instant.parse("2026-07-01T00:00:00Z"), ZoneOffset.UTC);
        return new MonitorJobs(Progress.silent(), clock, StoreListener.SILENT);
    }

    private Path store(String name) {
        return folder.resolve(name);
    }

    private DeltaStore opened(String name) {
        return DeltaStore.open(session, store(name).toString());
    }

    private String referenceId(String name) {
        StoredRun run = opened(name).runs("measurements").get(0);
        return run.facts().inputs().referenceId().orElseThrow();
    }

    private String status(String name, Window window) throws IOException {
        DeltaStore store = opened(name);
        return store.files()
                .read(store.files().runStatus("measurements", window))
                .orElseThrow();
    }

    private void assertSameTables(String expected, String actual) {
        StoreSnapshot clean = StoreSnapshot.of(opened(expected));
        assertThat(clean.size()).isPositive();
        assertThat(clean.differences(StoreSnapshot.of(opened(actual)))).isEmpty();
    }

    /** A difference reads {@code key: [left] and [right]}. */
    private static boolean differsInTheSnapshotOnly(String difference) {
        String sides = difference.substring(difference.indexOf(": [") + 2).replaceAll("files:\\p{XDigit}+", "files:");
        int length = (sides.length() - " and ".length()) / 2;
        return sides.equals(sides.substring(0, length) + " and " + sides.substring(0, length));
    }

    private static List<String> alerts(WindowOutcome outcome) {
        return outcome.findings().stream()
                .filter(finding -> finding.status().isAlert())
                .map(Finding::key)
                .toList();
    }
}
