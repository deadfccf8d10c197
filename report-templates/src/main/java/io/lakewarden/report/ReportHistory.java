package io.lakewarden.report;

import io.lakewarden.result.Status;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A number of the window that was held against those of earlier windows. What it amounts to is also a finding.
 *
 * @param column the column that it is of; absent for the whole table
 * @param metric its name in the store, in whose units the numbers are
 * @param strategy the name of what was expected
 * @param settings the strategy's parameters, as the monitor has them
 * @param sameWeekday whether only windows of the same day of the week count
 * @param status how it was judged
 * @param low the least that was expected; absent where nothing is too low, or nothing was expected
 * @param high the most that was expected; absent where nothing is too high, or nothing was expected
 * @param points oldest first; the run's own window is the last one
 * @param sentence the whole fact
 */
public record ReportHistory(
        Optional<String> column,
        String metric,
        String strategy,
        List<NamedText> settings,
        boolean sameWeekday,
        Status status,
        OptionalDouble low,
        OptionalDouble high,
        List<ReportHistoryPoint> points,
        String sentence) {
    public ReportHistory {
        Objects.requireNonNull(column, "column");
        Objects.requireNonNull(metric, "metric");
        Objects.requireNonNull(strategy, "strategy");
        settings = List.copyOf(settings);
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(low, "low");
        Objects.requireNonNull(high, "high");
        points = List.copyOf(points);
        Objects.requireNonNull(sentence, "sentence");
        if (points.isEmpty()) {
            throw new IllegalArgumentException("the last point of a history is the window's own, but there is none");
        }
    }

    /** The window's own. */
    public ReportHistoryPoint current() {
        return points.get(points.size() - 1);
    }

    /** Whether anything was expected. */
    public boolean hasBand() {
        return low.isPresent() || high.isPresent();
    }
}
