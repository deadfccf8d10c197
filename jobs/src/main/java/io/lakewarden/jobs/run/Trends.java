package io.lakewarden.jobs.run;

import io.lakewarden.jobs.store.TrendPoint;
import io.lakewarden.report.ReportTrend;
import io.lakewarden.result.Window;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The committed scores of a monitor over time, by column. */
final class Trends {
    /** The statistic that the store keeps a trend of. */
    private static final String SCORE = "population_stability_index";

    /** No history. */
    static final Trends NONE = new Trends(List.of(), 0);

    private final Map<String, List<TrendPoint>> byColumn = new HashMap<>();
    private final int past;

    /**
     * Trends from committed points.
     *
     * @param points oldest first
     * @param past how many windows before the shown one a trend holds at the most
     */
    Trends(List<TrendPoint> points, int past) {
        points.forEach(point -> byColumn.computeIfAbsent(point.column(), column -> new ArrayList<>())
                .add(point));
        this.past = past;
    }

    /** The trend of a column up to and including a window; absent where it has fewer than two points. */
    Optional<ReportTrend> of(String column, Window window) {
        List<io.lakewarden.report.TrendPoint> points = byColumn.getOrDefault(column, List.of()).stream()
                .filter(point -> !point.window().start().isAfter(window.start()))
                .map(Trends::point)
                .toList();
        return points.size() < 2
                ? Optional.empty()
                : Optional.of(
                        new ReportTrend(SCORE, points.subList(Math.max(0, points.size() - past - 1), points.size())));
    }

    private static io.lakewarden.report.TrendPoint point(TrendPoint point) {
        return new io.lakewarden.report.TrendPoint(
                point.window(), point.score(), point.status(), point.binningId().orElse(""));
    }
}
