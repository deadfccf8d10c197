package io.lakewarden.jobs.cli;

import io.lakewarden.jobs.config.FailOn;
import io.lakewarden.jobs.config.Granularity;
import io.lakewarden.jobs.config.MonitorConfig;
import io.lakewarden.jobs.config.ReportConfig;
import io.lakewarden.jobs.config.UserException;
import io.lakewarden.jobs.run.Jobs;
import io.lakewarden.jobs.run.ProfileOptions;
import io.lakewarden.jobs.run.RunOutcome;
import io.lakewarden.jobs.run.RunRequest;
import io.lakewarden.report.ReportForm;
import io.lakewarden.result.Window;
import io.lakewarden.yaml.Locations;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What the commands over windows of a monitor have in common; each adds its help and its one step. */
@Command
abstract class WindowsCommand implements Callable<Integer> {
    private final Context context;

    @Mixin
    private MonitorOption monitor;

    @Option(
            names = "--window",
            paramLabel = "START/END",
            description = {
                "The window, in UTC, such as 2026-01-01/2026-02-01. May be given more than once;",
                "a range over several windows of the monitor means each of them."
            })
    private List<Window> windows = new ArrayList<>();

    @Option(
            names = "--as-of",
            paramLabel = "DATE",
            description = "For tables without a time column: the date that labels the run. Default: today, in UTC.")
    private LocalDate asOf;

    @Option(
            names = "--store",
            paramLabel = "URI",
            description = "Folder or URI of the results. Default: the monitor's store.")
    private String store;

    @Option(
            names = "--fail-on",
            paramLabel = "LEVEL",
            description =
                    "From which status on a finding gives exit code 3: warn, fail or never. Default: the monitor's.")
    private FailOn failOn;

    @Option(
            names = "--every",
            paramLabel = "LENGTH",
            description = {
                "Windows of this length instead of the monitor's, such as P1W or P1M: their profiles are merged from the",
                "stored ones of the monitor's own windows, against the same reference; only missing ones are read."
            })
    private Granularity every;

    @Option(names = "--output", paramLabel = "DIR", description = "Also copy the reports into this folder.")
    private Path output;

    @Option(
            names = "--single-file",
            description = {
                "Each report in one file, however wide the table is. Default: of more than 120 columns the pictures and",
                "numbers of those that are not worst off lie in a folder beside the report."
            })
    private boolean singleFile;

    @Mixin
    private OutputOptions options;

    WindowsCommand(Context context) {
        this.context = context;
    }

    /** How this command comes by profiles. */
    ProfileOptions options(Optional<Granularity> every) {
        return new ProfileOptions(false, false, every, Optional.empty());
    }

    /** The columns whose judgement this command explains. */
    List<String> explained() {
        return List.of();
    }

    /** The look of the reports that the options of this command ask for. */
    ReportConfig look() {
        return ReportConfig.DEFAULTS;
    }

    /** The one step of this command. */
    abstract RunOutcome execute(Jobs jobs, RunRequest request);

    @Override
    public Integer call() {
        MonitorConfig config = loadMonitor();
        ProfileOptions profiles = options(Optional.ofNullable(every));
        RunRequest request = new RunRequest(
                config,
                requestedWindows(config),
                place(Optional.of(config)),
                failOn == null ? config.failOn() : failOn,
                Optional.ofNullable(output),
                singleFile ? ReportForm.ONE_FILE : ReportForm.WITH_SIDE_FILES,
                profiles,
                explained());
        if (output != null && Files.exists(output) && !Files.isDirectory(output)) {
            throw new UserException("--output: '" + output + "' is a file; expected a folder for the reports");
        }
        try (Jobs jobs = context.openJobs()) {
            RunOutcome outcome = execute(jobs, request);
            new OutcomePrinter(context.console(), options.format())
                    .print(config.monitor(), outcome, outcome.exitCode());
            return outcome.exitCode().code();
        }
    }

    final Context context() {
        return context;
    }

    final OutputFormat format() {
        return options.format();
    }

    final boolean namesMonitor() {
        return monitor.isGiven();
    }

    final boolean namesWindows() {
        return !windows.isEmpty() || asOf != null;
    }

    final boolean copiesReports() {
        return output != null;
    }

    final boolean wantsSingleFiles() {
        return singleFile;
    }

    /** The monitor as the options want it, whose secrets are hidden from now on. */
    final MonitorConfig loadMonitor() {
        MonitorConfig config = monitor.load(context);
        context.console().hide(config.secrets());
        return config.reporting(look().orElse(config.report()));
    }

    /** The windows that the options name. */
    final List<Window> requestedWindows(MonitorConfig config) {
        return new RequestedWindows(config, Optional.ofNullable(every))
                .of(windows, Optional.ofNullable(asOf), context.clock());
    }

    /** The store that the options name, otherwise the monitor's. */
    final String place(Optional<MonitorConfig> config) {
        return Optional.ofNullable(store)
                .map(it -> Locations.resolve(Path.of(""), it))
                .or(() -> config.map(MonitorConfig::store))
                .orElseThrow(() -> new UserException(
                        "which store? Name it with --store URI, or a monitor that has one with -c FILE"));
    }
}
