package io.lakewarden.report;

import io.lakewarden.result.Window;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * Which run a report is about.
 *
 * @param monitor name of the monitor
 * @param title what people call the table or model; the monitor's name where it has no other
 * @param window the time range of the current data
 * @param asOf the date that labels the run, where the table has no time column
 * @param runId the attempt that the store holds under the same id
 * @param generatedAt when the report was made
 * @param granularity length of a window, such as {@code 1 month}
 * @param rowsOf the run that read the rows which skew, multivariate, outliers and found slices are about; absent where this
 *     run did, or nothing of another one is shown
 */
public record ReportHeader(
        String monitor,
        String title,
        Window window,
        Optional<String> asOf,
        String runId,
        Instant generatedAt,
        String granularity,
        Optional<ReportRun> rowsOf) {
    public ReportHeader {
        Objects.requireNonNull(monitor, "monitor");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(window, "window");
        Objects.requireNonNull(asOf, "asOf");
        Objects.requireNonNull(runId, "runId");
        Objects.requireNonNull(generatedAt, "generatedAt");
        Objects.requireNonNull(granularity, "granularity");
        Objects.requireNonNull(rowsOf, "rowsOf");
    }

    /** A report that shows nothing of another run. */
    public ReportHeader(
            String monitor,
            String title,
            Window window,
            Optional<String> asOf,
            String runId,
            Instant generatedAt,
            String granularity) {
        this(monitor, title, window, asOf, runId, generatedAt, granularity, Optional.empty());
    }
}
