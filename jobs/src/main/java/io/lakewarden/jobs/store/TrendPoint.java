package io.lakewarden.jobs.store;

import io.lakewarden.result.MetricValue;
import io.lakewarden.result.Status;
import io.lakewarden.result.Window;
import java.util.Objects;
import java.util.Optional;

/**
 * One column's score against the reference in one committed window.
 *
 * @param window the window
 * @param column the column
 * @param score the population stability index; unknown where the column has none
 * @param status the column's status in that window
 * @param binningId the bins it was counted in; points of different ids are not one line
 */
public record TrendPoint(Window window, String column, MetricValue score, Status status, Optional<String> binningId) {
    public TrendPoint {
        Objects.requireNonNull(window, "window");
        Objects.requireNonNull(column, "column");
        Objects.requireNonNull(score, "score");
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(binningId, "binningId");
    }
}
