package io.lakewarden.benchmarks.validate.worker;

import io.lakewarden.jobs.config.FailOn;
import io.lakewarden.jobs.config.MonitorConfig;
import io.lakewarden.jobs.config.MonitorLoader;
import io.lakewarden.jobs.run.MonitorJobs;
import io.lakewarden.jobs.run.ProfileOptions;
import io.lakewarden.jobs.run.Progress;
import io.lakewarden.jobs.run.RunRequest;
import io.lakewarden.jobs.run.WindowOutcome;
import io.lakewarden.jobs.store.StoreListener;
import io.lakewarden.result.Window;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/** {@code lakewarden validate} over a window whose profile stands in the store, by the door of the command line. */
final class CommandVerifier implements Verifier {
    private static final Window LABEL = Window.ofDay(LocalDate.of(2024, 1, 1));

    private final MonitorJobs jobs;
    private final RunRequest request;

    private CommandVerifier(MonitorJobs jobs, RunRequest request) {
        this.jobs = jobs;
        this.request = request;
    }

    /** The verdict, stored and reported. */
    static CommandVerifier plain(Path table, Path folder) {
        return over(table, folder, "");
    }

    /** The same, and every row sent where it belongs. */
    static CommandVerifier quarantining(Path table, Path folder) {
        return over(table, folder, "quarantine: {key: session_id_10}\n");
    }

    private static CommandVerifier over(Path table, Path folder, String more) {
        String monitor =
                """
                monitor: validated
                source: {format: parquet, path: "%s"}
                reference: {path: "%s"}
                store: store
                rules: [%s]
                """
                                .formatted(table, table, RuleFile.in(folder).getFileName())
                        + more;
        try {
            Path file = Files.writeString(folder.resolve("monitor.yaml"), monitor);
            MonitorConfig config = MonitorLoader.load(file);
            RunRequest request = new RunRequest(
                    config, List.of(LABEL), config.store(), FailOn.NEVER, Optional.empty(), ProfileOptions.NONE);
            MonitorJobs jobs = new MonitorJobs(Progress.silent(), Clock.systemUTC(), StoreListener.SILENT);
            jobs.profile(request);
            return new CommandVerifier(jobs, request);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the monitor into " + folder, e);
        }
    }

    @Override
    public SortedMap<String, Boolean> verify() {
        WindowOutcome window = jobs.validate(request).windows().get(0);
        window.error().ifPresent(error -> {
            throw new IllegalStateException(error);
        });
        return Verdicts.of(window.findings());
    }
}
