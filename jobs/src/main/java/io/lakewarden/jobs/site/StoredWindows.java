package io.lakewarden.jobs.site;

import io.lakewarden.jobs.store.StoreFiles;
import io.lakewarden.report.ReportDocument;
import io.lakewarden.report.ReportFormatException;
import io.lakewarden.report.ReportJson;
import io.lakewarden.report.site.SiteWindow;
import io.lakewarden.result.Status;
import io.lakewarden.result.Window;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/** What the store says of a monitor's windows. A file that cannot be read makes its window undecided, and no more. */
final class StoredWindows {
    private final StoreFiles files;
    private final String monitor;

    StoredWindows(StoreFiles files, String monitor) {
        this.files = files;
        this.monitor = monitor;
    }

    /**
     * A window as it lies in the store.
     *
     * @param window what the site keeps of it
     * @param json its report as it was read; absent where there is none to show
     * @param document the same
     */
    record Found(SiteWindow window, Optional<String> json, Optional<ReportDocument> document) {}

    /** Reads the files of one window. */
    Found read(Window window, String stamp) {
        try {
            Optional<String> json = files.read(files.reportJson(monitor, window));
            Optional<StoredStatus> status =
                    files.read(files.runStatus(monitor, window)).flatMap(StoredStatus::read);
            if (json.isEmpty()) {
                return withoutReport(window, stamp, status, "The run left no report.");
            }
            ReportDocument document;
            try {
                document = ReportJson.read(json.get());
            } catch (ReportFormatException e) {
                return withoutReport(
                        window,
                        stamp,
                        status,
                        "Its report is of no use here: " + e.getMessage() + "; run the window again.");
            }
            if (!document.header().monitor().equals(monitor)
                    || !document.header().window().equals(window)) {
                return withoutReport(
                        window,
                        stamp,
                        status,
                        "Its report is about "
                                + document.header().monitor() + " in "
                                + document.header().window() + "; run the window again.");
            }
            if (status.filter(it -> isLater(it, document)).isPresent()) {
                return withoutReport(window, stamp, status, "The newest run left no report.");
            }
            return new Found(SiteWindow.of(document, stamp), json, Optional.of(document));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the report of " + monitor + " for " + window, e);
        }
    }

    /** A window that has no rows any more keeps the report of an earlier run. */
    private static boolean isLater(StoredStatus status, ReportDocument report) {
        return !status.runId().equals(report.header().runId())
                && status.finishedAt().isAfter(report.header().generatedAt());
    }

    private static Found withoutReport(Window window, String stamp, Optional<StoredStatus> status, String sentence) {
        OptionalLong rows = status.map(it -> OptionalLong.of(it.rows())).orElse(OptionalLong.empty());
        boolean empty = rows.isPresent() && rows.getAsLong() == 0;
        return new Found(
                new SiteWindow(
                        window,
                        stamp,
                        Optional.empty(),
                        status.map(StoredStatus::regular).orElse(false),
                        status.map(StoredStatus::runId).orElse(""),
                        status.map(StoredStatus::finishedAt),
                        status.map(StoredStatus::status).orElse(Status.ERROR),
                        empty ? "The window holds no rows." : sentence,
                        new TreeMap<>(status.map(StoredStatus::counts).orElse(Map.of())),
                        rows,
                        false,
                        List.of(),
                        0),
                Optional.empty(),
                Optional.empty());
    }
}
