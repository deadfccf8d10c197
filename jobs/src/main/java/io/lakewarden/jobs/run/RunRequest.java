package io.lakewarden.jobs.run;

import io.lakewarden.jobs.config.FailOn;
import io.lakewarden.jobs.config.MonitorConfig;
import io.lakewarden.report.ReportForm;
import io.lakewarden.result.Window;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What the command line asks for, with everything decided: a command over one or more windows of one monitor.
 *
 * @param config the monitor
 * @param windows in the order of time, distinct, at least one; for data without a time column the one day that labels
 *     the run
 * @param store folder or URI of the results
 * @param failOn from which status on the command fails
 * @param output folder for copies of the reports; absent where the store's own are enough
 * @param form how the report of a wide table lies in its folder
 * @param options how the profiles of the windows are come by
 * @param explained columns whose judgement is to be explained in words
 */
public record RunRequest(
        MonitorConfig config,
        List<Window> windows,
        String store,
        FailOn failOn,
        Optional<Path> output,
        ReportForm form,
        ProfileOptions options,
        List<String> explained) {
    public RunRequest {
        Objects.requireNonNull(config, "config");
        windows = windows.stream().sorted().distinct().toList();
        if (windows.isEmpty()) {
            throw new IllegalArgumentException("a request needs at least one window");
        }
        Objects.requireNonNull(store, "store");
        Objects.requireNonNull(failOn, "failOn");
        Objects.requireNonNull(output, "output");
        Objects.requireNonNull(form, "form");
        Objects.requireNonNull(options, "options");
        explained = List.copyOf(explained);
    }

    /** A command whose reports of wide tables have side files, and that explains nothing. */
    public RunRequest(
            MonitorConfig config,
            List<Window> windows,
            String store,
            FailOn failOn,
            Optional<Path> output,
            ProfileOptions options) {
        this(config, windows, store, failOn, output, ReportForm.WITH_SIDE_FILES, options, List.of());
    }

    /** The same command for another form of the monitor. */
    RunRequest with(MonitorConfig other) {
        return new RunRequest(other, windows, store, failOn, output, form, options, explained);
    }

    /** The monitor over windows of the length asked for. */
    public MonitorConfig effective() {
        return options.every().map(config::every).orElse(config);
    }

    /** The store of the results: samples have one of their own below, for each share, that nothing else reads. */
    public String place() {
        return options.sample()
                .map(sample -> store + "/_samples/" + sample.share())
                .orElse(store);
    }
}
