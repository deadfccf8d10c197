package io.lakewarden.jobs.run;

import io.lakewarden.jobs.config.UserException;
import io.lakewarden.jobs.store.StoreFiles;
import io.lakewarden.report.ReportDocument;
import io.lakewarden.report.ReportJson;
import io.lakewarden.result.Window;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.atomic.AtomicReference;

/** Renders stored {@code report.json} files again; needs no Spark and no data. */
final class StoredReports {
    private final StoreFiles files;
    private final RunRequest request;
    private final WrittenReports reports;

    StoredReports(StoreFiles files, RunRequest request) {
        this.files = files;
        this.request = request;
        this.reports = new WrittenReports(request, files);
    }

    RunOutcome render() {
        List<WindowOutcome> outcomes = new ArrayList<>();
        for (Window window : request.windows()) {
            try {
                outcomes.add(render(window));
            } catch (IOException e) {
                throw new UncheckedIOException("cannot render the report of " + window, e);
            }
        }
        return new RunOutcome(outcomes, reports.complaints(), reports.areAsAsked() ? ExitCode.EMPTY : ExitCode.USAGE);
    }

    private String option(Window window) {
        return request.config().time().isPresent()
                ? "--window " + window
                        + request.options()
                                .every()
                                .map(length -> " --every " + length)
                                .orElse("")
                : "--as-of " + window.start().atOffset(ZoneOffset.UTC).toLocalDate();
    }

    /** Renders the report that stands in the store, while no run replaces it. */
    private ReportDocument stored(Window window) {
        AtomicReference<ReportDocument> stored = new AtomicReference<>();
        files.hold(() -> {
            try {
                ReportDocument document = ReportJson.read(json(window));
                reports.store(window, document);
                stored.set(document);
            } catch (IOException e) {
                throw new UncheckedIOException("cannot render the report of " + window, e);
            }
        });
        return stored.get();
    }

    private String json(Window window) throws IOException {
        String monitor = request.config().monitor();
        return files.read(files.reportJson(monitor, window))
                .orElseThrow(() -> new UserException("The store " + request.store() + " has no report of monitor '"
                        + monitor + "' for " + window + "; make one with: lakewarden run " + option(window)));
    }

    private WindowOutcome render(Window window) throws IOException {
        // Where there is none, no folder is made for a lock.
        json(window);
        ReportDocument document = stored(window);
        String report = reports.shown(window, document);
        return new WindowOutcome(
                window,
                document.header().runId(),
                ExitCode.OK,
                document.inputs().current().rows(),
                OptionalDouble.empty(),
                Optional.empty(),
                WorstFirst.of(document.findings()),
                Optional.of(report),
                Optional.empty());
    }
}
