package io.lakewarden.report;

import io.lakewarden.profile.ColumnKind;
import io.lakewarden.result.ColumnRole;
import io.lakewarden.result.MetricValue;
import io.lakewarden.result.Status;
import io.lakewarden.result.Window;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Columns that have little more than a history. */
final class SampleTrends {
    private SampleTrends() {}

    /** A point for each status, from January on. */
    static List<TrendPoint> points(String binning, String... statuses) {
        List<TrendPoint> points = new ArrayList<>();
        for (String status : statuses) {
            points.add(new TrendPoint(
                    month(points.size() + 1), MetricValue.exactly(0.1), Status.valueOf(status), binning));
        }
        return points;
    }

    static Window month(int month) {
        LocalDate start = LocalDate.of(2026, month, 1);
        return Window.between(start, start.plusMonths(1));
    }

    static ReportColumn column(String name, ColumnRole role, Status status, double weight, List<TrendPoint> points) {
        return new ReportColumn(
                name,
                "double",
                ColumnKind.NUMERIC,
                role,
                status,
                weight,
                Optional.empty(),
                List.of(),
                List.of(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.of(new ReportTrend("population_stability_index", points)));
    }
}
