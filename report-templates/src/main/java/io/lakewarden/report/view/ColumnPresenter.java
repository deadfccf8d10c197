package io.lakewarden.report.view;

import io.lakewarden.profile.ColumnKind;
import io.lakewarden.report.Ranking;
import io.lakewarden.report.ReportColumn;
import io.lakewarden.report.ReportScore;
import io.lakewarden.report.ReportTrend;
import io.lakewarden.report.chart.CategoryChart;
import io.lakewarden.report.chart.HistogramChart;
import io.lakewarden.report.chart.TrendChart;
import io.lakewarden.report.text.Labels;
import io.lakewarden.report.text.Numbers;
import io.lakewarden.report.text.Text;
import io.lakewarden.report.text.Times;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.DoubleFunction;

/** Turns columns into their parts of the page. */
final class ColumnPresenter {
    /** So many drifted columns start unfolded; more would bury the rest of the page. */
    private static final int MOST_OPEN = 12;

    private ColumnPresenter() {}

    static List<ColumnView> of(List<ReportColumn> columns) {
        List<ColumnView> views = new ArrayList<>();
        int open = 0;
        for (ReportColumn column : columns) {
            boolean unfolded = column.status().isAlert() && open < MOST_OPEN;
            open += unfolded ? 1 : 0;
            views.add(view(column, views.size(), unfolded));
        }
        return views;
    }

    static String id(int place) {
        return "column-" + (place + 1);
    }

    /** The trend's picture with the limits of its score; null where there is no window to draw. */
    static TrendChart trend(ReportColumn column) {
        return column.trend()
                .filter(trend -> !trend.points().isEmpty())
                .map(trend -> {
                    Optional<ReportScore> score = column.scores().stream()
                            .filter(candidate -> candidate.name().equals(trend.score()))
                            .findFirst();
                    return TrendChart.of(
                            trend,
                            Labels.statistic(trend.score(), column.role()),
                            score.map(ReportScore::warn).orElse(OptionalDouble.empty()),
                            score.map(ReportScore::fail).orElse(OptionalDouble.empty()));
                })
                .orElse(null);
    }

    private static ColumnView view(ReportColumn column, int place, boolean open) {
        DoubleFunction<String> axis = column.kind() == ColumnKind.TEMPORAL ? Times::micros : Numbers::number;
        boolean bySize = column.kind() == ColumnKind.CATEGORICAL;
        boolean pictured = column.histogram().isPresent() || column.bins().isEmpty();
        return new ColumnView(
                id(place),
                Text.of(column.name()),
                Text.of(column.type() + " · " + kind(column.kind()) + " · " + Words.role(column.role())),
                StatusView.of(column.status()),
                open,
                Ranking.leading(column.scores())
                        .map(score -> Words.score(score, column.role()))
                        .orElse(""),
                column.season()
                        .filter(season -> column.status().isAlert())
                        .map(Text::ofSentence)
                        .orElse(null),
                column.histogram().map(shape -> HistogramChart.of(shape, axis)).orElse(null),
                column.histogram()
                        .flatMap(shape -> shape.note())
                        .map(Text::ofSentence)
                        .orElse(null),
                pictured ? null : CategoryChart.of(column.bins(), bySize),
                trend(column),
                column.trend()
                        .map(ReportTrend::score)
                        .map(score -> Labels.statistic(score, column.role()))
                        .orElse(""),
                ColumnTables.trend(column),
                ColumnTables.scores(column),
                Labels.statistic("population_stability_index", column.role()),
                ColumnTables.bins(column.bins()),
                column.binningId().map(Text::of).orElse(null),
                ColumnTables.metrics(column));
    }

    private static String kind(ColumnKind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
