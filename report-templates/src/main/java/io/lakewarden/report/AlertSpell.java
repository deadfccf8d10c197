package io.lakewarden.report;

import io.lakewarden.result.Status;
import io.lakewarden.result.Window;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The windows in a row in which a column was beyond a limit, up to this run's window or up to the one before it, as the
 * column's trend tells. Windows that could not be judged neither end a spell nor count in it.
 *
 * @param first its first window
 * @param last its last window; this run's while the spell goes on
 * @param windows how many judged windows it holds, at least 1
 * @param ongoing whether the column is beyond a limit now; otherwise the spell ended with the window before
 * @param begun whether the trend shows a window before it that was within the limits, so that it did not begin earlier
 */
public record AlertSpell(Window first, Window last, int windows, boolean ongoing, boolean begun) {
    /**
     * The spell of a column. Empty where the column is within its limits and was so before, and where the trend does
     * not tell: it does not reach this run, holds no other judged window, or the bins are new, for then the windows
     * before were held against something else.
     */
    public static Optional<AlertSpell> of(ReportColumn column) {
        List<TrendPoint> points = column.trend().map(ReportTrend::points).orElse(List.of());
        if (points.isEmpty()) {
            return Optional.empty();
        }
        TrendPoint own = points.get(points.size() - 1);
        if (own.status() != column.status() || !isJudged(own)) {
            return Optional.empty();
        }
        List<TrendPoint> before = before(points, own);
        List<TrendPoint> spell = new ArrayList<>(
                before.stream().takeWhile(point -> point.status().isAlert()).toList());
        boolean begun = spell.size() < before.size();
        boolean ongoing = own.status().isAlert();
        if (before.isEmpty() || (spell.isEmpty() && !ongoing)) {
            return Optional.empty();
        }
        if (ongoing) {
            spell.add(0, own);
        }
        return Optional.of(new AlertSpell(
                spell.get(spell.size() - 1).window(), spell.get(0).window(), spell.size(), ongoing, begun));
    }

    /** Whether the column is beyond a limit now and was not in the last window that was judged. */
    public boolean isNew() {
        return ongoing && windows == 1 && begun;
    }

    /** The judged windows before this run's that were counted in the same bins, newest first. */
    private static List<TrendPoint> before(List<TrendPoint> points, TrendPoint own) {
        List<TrendPoint> before = new ArrayList<>();
        for (int index = points.size() - 2; index >= 0; index--) {
            TrendPoint point = points.get(index);
            if (isJudged(point)) {
                if (!point.binningId().equals(own.binningId())) {
                    break;
                }
                before.add(point);
            }
        }
        return before;
    }

    private static boolean isJudged(TrendPoint point) {
        return point.status() == Status.PASS || point.status().isAlert();
    }
}
