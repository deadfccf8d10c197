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
 */
public record ReportHeader(
        String monitor,
        String title,
        Window window,
        Optional<String> asOf,
        String runId,
        Instant generatedAt,
        String granularity) {
    public ReportHeader {
        Objects.requireNonNull(monitor, "monitor");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(window, "window");
        Objects.requireNonNull(asOf, "asOf");
        Objects.requireNonNull(runId, "runId");
        Objects.requireNonNull(generatedAt, "generatedAt");
        Objects.requireNonNull(granularity, "granularity");
    }
}
