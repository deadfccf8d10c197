package io.lakewarden.report;

import io.lakewarden.result.ColumnRole;
import io.lakewarden.result.Status;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The columns that moved beyond a limit, what matters most first: genuine drift before movement that the season
 * explains, FAIL before WARN, then by {@link #score}, then by rank weight, then in the order of the table.
 */
public final class Ranking {
    /** Beyond so many times its limit a column is lost either way: there the other factors decide. */
    private static final double WORST = 10;

    private static final Comparator<ReportColumn> ORDER = Comparator.comparing(
                    (ReportColumn column) -> column.season().isPresent())
            .thenComparing(column -> column.status() != Status.FAIL)
            .thenComparing(Comparator.comparingDouble(Ranking::score).reversed())
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
     * {@code importance × severity × novelty}, 0 or more.
     *
     * <ul>
     *   <li>Importance: what the monitor or its model says, as a multiple of the average weight. Where it says nothing,
     *       the role stands for it: 2 for predictions and labels, 1.5 for protected attributes, 1 for all others.
     *   <li>Severity: the rank weight, that is the largest score as a multiple of its limit, at most 10.
     *   <li>Novelty: {@code 1 + 1/n} in the {@code n}-th judged window in a row beyond a limit: 2 when new, 1.5 in the
     *       next, towards 1. 1 where the trend does not tell.
     * </ul>
     */
    public static double score(ReportColumn column) {
        double severity = Math.max(0, Math.min(WORST, column.rankWeight()));
        return column.importance().orElse(importance(column.role())) * severity * novelty(column);
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

    private static double importance(ColumnRole role) {
        return switch (role) {
            case PREDICTION, LABEL -> 2;
            case PROTECTED -> 1.5;
            case FEATURE, ID, TIME -> 1;
        };
    }

    private static double novelty(ReportColumn column) {
        return AlertSpell.of(column)
                .filter(AlertSpell::ongoing)
                .map(spell -> 1 + 1.0 / spell.windows())
                .orElse(1.0);
    }

    private static double weight(ReportScore score) {
        double limit = score.fail().orElse(score.warn().orElse(0));
        double multiple = limit > 0 ? score.value().number().orElse(0) / limit : 0;
        return Double.isFinite(multiple) ? multiple : 0;
    }
}
