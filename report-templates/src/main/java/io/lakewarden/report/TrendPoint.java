package io.lakewarden.report;

import io.lakewarden.result.MetricValue;
import io.lakewarden.result.Status;
import io.lakewarden.result.Window;
import java.util.Objects;

/**
 * One past window in a trend.
 *
 * @param window the window
 * @param value its score, or why it has none
 * @param status how it was judged then
 * @param binningId the bins it was computed over; a trend's line never joins two binnings
 */
public record TrendPoint(Window window, MetricValue value, Status status, String binningId) {
    public TrendPoint {
        Objects.requireNonNull(window, "window");
        Objects.requireNonNull(value, "value");
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(binningId, "binningId");
    }
}
