package io.lakewarden.report.view;

import io.lakewarden.report.Ranking;
import io.lakewarden.report.ReportColumn;
import io.lakewarden.result.Status;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Columns by how much they want to be looked at. */
final class ColumnOrder {
    private ColumnOrder() {}

    /** Those beyond a limit as ranked, then those undecided, then those that were beyond one most often. */
    static List<ReportColumn> worstFirst(List<ReportColumn> columns) {
        List<ReportColumn> ordered = new ArrayList<>(Ranking.of(columns));
        columns.stream()
                .filter(column -> !column.status().isAlert())
                .sorted(Comparator.comparing((ReportColumn column) -> column.status() != Status.ERROR)
                        .thenComparing(
                                Comparator.comparingLong(ColumnOrder::alerts).reversed()))
                .forEach(ordered::add);
        return ordered;
    }

    private static long alerts(ReportColumn column) {
        return column.trend()
                .map(trend -> trend.points().stream()
                        .filter(point -> point.status().isAlert())
                        .count())
                .orElse(0L);
    }
}
