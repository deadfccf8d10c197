package io.lakewarden.report;

import io.lakewarden.result.Status;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The columns that moved beyond a limit, what moved most first: genuine drift before movement that the season explains,
 * FAIL before WARN, then by rank weight, then in the order of the table.
 */
public final class Ranking {
    private static final Comparator<ReportColumn> ORDER = Comparator.comparing(
                    (ReportColumn column) -> column.season().isPresent())
            .thenComparing(column -> column.status() != Status.FAIL)
            .thenComparing(Comparator.comparingDouble(ReportColumn::rankWeight).reversed());

    private Ranking() {}

    /** The columns whose status is WARN or FAIL, in that order; empty where none is. */
    public static List<ReportColumn> of(List<ReportColumn> columns) {
        return columns.stream()
                .filter(column -> column.status().isAlert())
                .sorted(ORDER)
                .toList();
    }

    /**
     * How far the scores went: the largest score as a multiple of its limit (the one that fails, where set, otherwise
     * the one that warns). 0 where no score has both a value and a limit above 0.
     */
    public static double weight(List<ReportScore> scores) {
        return scores.stream().mapToDouble(Ranking::weight).max().orElse(0);
    }

    /**
     * The score that speaks for a column: of those that alert with the worst status the one furthest beyond its limit;
     * where none alerts the first, so that quiet columns compare. Empty where there are none.
     */
    public static Optional<ReportScore> leading(List<ReportScore> scores) {
        return scores.stream()
                .filter(score -> score.status().isAlert())
                .min(Comparator.comparing(ReportScore::status, ReportVerdict.WORST_FIRST)
                        .thenComparing(Comparator.<ReportScore>comparingDouble(Ranking::weight)
                                .reversed()))
                .or(() -> scores.stream().findFirst());
    }

    private static double weight(ReportScore score) {
        double limit = score.fail().orElse(score.warn().orElse(0));
        double multiple = limit > 0 ? score.value().number().orElse(0) / limit : 0;
        return Double.isFinite(multiple) ? multiple : 0;
    }
}
