package io.lakewarden.jobs.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.lakewarden.jobs.config.MonitorConfig;
import io.lakewarden.jobs.config.WrittenMonitor;
import io.lakewarden.jobs.store.DeltaStore;
import io.lakewarden.jobs.store.StoreFiles;
import io.lakewarden.jobs.store.StoreListener;
import io.lakewarden.jobs.store.StoreSnapshot;
import io.lakewarden.profile.SlicedProfile;
import io.lakewarden.report.ReportDocument;
import io.lakewarden.report.ReportJson;
import io.lakewarden.result.Window;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.apache.commons.io.FileUtils;
import org.apache.spark.sql.SparkSession;

/**
 * A monitor with a store of its own, and the commands over it.
 *
 * @param monitor the monitor
 * @param store the folder of its results
 */
record MonitoredTable(SparkSession session, MonitorConfig monitor, Path store) {
    static final ProfileOptions INCREMENTAL = new ProfileOptions(true, false, Optional.empty(), Optional.empty());
    static final ProfileOptions VERIFIED = new ProfileOptions(true, true, Optional.empty(), Optional.empty());

    /** A monitor that is written to a folder, with its store beside it. */
    static MonitoredTable of(SparkSession session, Path folder, String yaml) throws IOException {
        return new MonitoredTable(session, WrittenMonitor.load(folder, yaml), folder.resolve("store"));
    }

    /** The same store, after the monitor file has changed. */
    MonitoredTable with(MonitorConfig changed) {
        return new MonitoredTable(session, changed, store);
    }

    /** The same monitor over a copy of its store, so that both hold the same reference. */
    MonitoredTable copy(String name) throws IOException {
        Path copy = store.resolveSibling(name);
        FileUtils.copyDirectory(store.toFile(), copy.toFile());
        return new MonitoredTable(session, monitor, copy);
    }

    /** A command over each window of a range, or over the day that labels a table without time. */
    RunRequest request(String range, ProfileOptions options) {
        Window whole = Window.parse(range);
        List<Window> windows = options.every()
                .or(monitor::windows)
                .map(length -> length.split(whole))
                .orElse(List.of(whole));
        return new RunRequest(monitor, windows, store.toString(), monitor.failOn(), Optional.empty(), options);
    }

    RunOutcome run(String range, ProfileOptions options) {
        return jobs().run(request(range, options));
    }

    RunOutcome profile(String range, ProfileOptions options) {
        return jobs().profile(request(range, options));
    }

    /** Judges each window of a range from what is stored of it. */
    RunOutcome drift(String range) {
        return jobs().drift(request(range, ProfileOptions.NONE));
    }

    /** Profiles, and says of each window how its profile was come by. */
    List<String> told(String range, ProfileOptions options) {
        RunOutcome outcome = profile(range, options);
        assertThat(outcome.windows())
                .allSatisfy(window -> assertThat(window.error()).isEmpty());
        return told(outcome);
    }

    static List<String> told(RunOutcome outcome) {
        return outcome.windows().stream()
                .map(window -> window.profile().orElseThrow())
                .toList();
    }

    /** The stored profile of a window. */
    SlicedProfile stored(String window) {
        Window key = Window.parse(window);
        return open().profiles(monitor.monitor(), List.of(key)).get(key).profile();
    }

    /** The report of a window, as the store has it. */
    ReportDocument storedReport(String window) throws IOException {
        StoreFiles files = open().files();
        return ReportJson.read(files.read(files.reportJson(monitor.monitor(), Window.parse(window)))
                .orElseThrow());
    }

    /** The report that a run has written of a window, from the file beside the page. */
    static ReportDocument report(WindowOutcome window) throws IOException {
        Path page = Path.of(window.report().orElseThrow());
        return ReportJson.read(Files.readString(page.resolveSibling("report.json")));
    }

    DeltaStore open() {
        return DeltaStore.open(session, store.toString());
    }

    /** Everything that people read is the same, up to what different sums of the same numbers differ in. */
    void assertSameNumbersAs(MonitoredTable expected) {
        StoreSnapshot full = StoreSnapshot.ofNumbers(expected.open());
        assertThat(full.size()).isPositive();
        assertThat(full.differences(StoreSnapshot.ofNumbers(open()))).isEmpty();
    }

    static Jobs jobs() {
        return jobs(StoreListener.SILENT);
    }

    static Jobs jobs(StoreListener listener) {
        Clock clock = Clock.fixed(Instant.parse("2026-07-01T00:00:00Z"), ZoneOffset.UTC);
        return new MonitorJobs(Progress.silent(), clock, listener);
    }
}
