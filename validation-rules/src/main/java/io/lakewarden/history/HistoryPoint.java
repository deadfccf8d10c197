package io.lakewarden.history;

import io.lakewarden.result.MetricValue;
import io.lakewarden.result.Window;
import java.util.Objects;

/**
 * A metric in one window.
 *
 * @param window the window
 * @param value its value, or why it has none
 */
public record HistoryPoint(Window window, MetricValue value) {
    public HistoryPoint {
        Objects.requireNonNull(window, "window");
        Objects.requireNonNull(value, "value");
    }
}
