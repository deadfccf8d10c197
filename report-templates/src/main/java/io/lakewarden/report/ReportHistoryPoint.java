package io.lakewarden.report;

import io.lakewarden.result.MetricValue;
import io.lakewarden.result.Window;
import java.util.Objects;

/**
 * A number in one window.
 *
 * @param window the window
 * @param value the number, or why there is none
 */
public record ReportHistoryPoint(Window window, MetricValue value) {
    public ReportHistoryPoint {
        Objects.requireNonNull(window, "window");
        Objects.requireNonNull(value, "value");
    }
}
