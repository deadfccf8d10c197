package io.lakewarden.report;

import java.util.List;
import java.util.Objects;

/**
 * One score over past windows.
 *
 * @param score name of the statistic, such as {@code population_stability_index}
 * @param points oldest first; the run's own window is the last one
 */
public record ReportTrend(String score, List<TrendPoint> points) {
    public ReportTrend {
        Objects.requireNonNull(score, "score");
        points = List.copyOf(points);
    }
}
