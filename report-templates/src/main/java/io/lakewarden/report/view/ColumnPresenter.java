package io.lakewarden.report.view;

import io.lakewarden.profile.ColumnKind;
import io.lakewarden.report.Ranking;
import io.lakewarden.report.ReportColumn;
import io.lakewarden.report.ReportDocument;
import io.lakewarden.report.ReportScore;
import io.lakewarden.report.ReportTrend;
import io.lakewarden.report.chart.CategoryChart;
import io.lakewarden.report.chart.CumulativeChart;
import io.lakewarden.report.chart.HistogramChart;
import io.lakewarden.report.chart.TrendChart;
import io.lakewarden.report.text.Language;
import io.lakewarden.report.text.Text;
import io.lakewarden.report.view.ColumnView.SaidView;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.DoubleFunction;

/** Turns columns into their parts of the page. */
final class ColumnPresenter {
    /** So many drifted columns start unfolded; more would bury the rest of the page. */
    private static final int MOST_OPEN = 12;

    private ColumnPresenter() {}

    /** Every column; of those that are elsewhere, too, by their places in the table, no more than what matters. */
    static List<ColumnView> of(ReportDocument document, Map<Integer, String> elsewhere, Language language) {
        List<ReportColumn> columns = document.columns();
        Map<String, List<SaidView>> said = FindingsPresenter.byColumn(document.findings(), language);
        Set<ReportColumn> open = first(Ranking.of(columns), MOST_OPEN);
        List<ColumnView> views = new ArrayList<>();
        for (ReportColumn column : columns) {
            int place = views.size();
            ColumnView view =
                    view(column, place, open.contains(column), said.getOrDefault(column.name(), List.of()), language);
            views.add(elsewhere.containsKey(place) ? view.brief(elsewhere.get(place)) : view);
        }
        return views;
    }

    /** The columns at some places of the table, unfolded, with all that is known of them. */
    static List<ColumnView> whole(ReportDocument document, List<Integer> places, Language language) {
        Map<String, List<SaidView>> said = FindingsPresenter.byColumn(document.findings(), language);
        return places.stream()
                .map(place -> {
                    ReportColumn column = document.columns().get(place);
                    return view(column, place, true, said.getOrDefault(column.name(), List.of()), language);
                })
                .toList();
    }

    /** The trend's picture with the limits of its score; null where there is no window to draw. */
    static TrendChart trend(ReportColumn column, Language language) {
        return column.trend()
                .filter(trend -> !trend.points().isEmpty())
                .map(trend -> {
                    Optional<ReportScore> score = column.scores().stream()
                            .filter(candidate -> candidate.name().equals(trend.score()))
                            .findFirst();
                    return TrendChart.of(
                            trend,
                            language.statistic(trend.score(), column.role()),
                            score.map(ReportScore::warn).orElse(OptionalDouble.empty()),
                            score.map(ReportScore::fail).orElse(OptionalDouble.empty()),
                            language);
                })
                .orElse(null);
    }

    /** The shape of a numeric or temporal column; null where it has none. */
    static HistogramChart histogram(ReportColumn column, Language language) {
        DoubleFunction<String> axis = axis(column, language);
        return column.histogram()
                .map(shape -> HistogramChart.of(shape, axis, language))
                .orElse(null);
    }

    /** The bars of a column whose bins are its picture; null where they are not, or it has none. */
    static CategoryChart categories(ReportColumn column, Language language) {
        return column.histogram().isPresent() || column.bins().isEmpty()
                ? null
                : CategoryChart.of(column.bins(), column.kind() == ColumnKind.CATEGORICAL, language);
    }

    private static DoubleFunction<String> axis(ReportColumn column, Language language) {
        return column.kind() == ColumnKind.TEMPORAL ? language::micros : language::number;
    }

    private static Set<ReportColumn> first(List<ReportColumn> columns, int most) {
        Set<ReportColumn> first = Collections.newSetFromMap(new IdentityHashMap<>());
        first.addAll(columns.subList(0, Math.min(most, columns.size())));
        return first;
    }

    private static ColumnView view(
            ReportColumn column, int place, boolean open, List<SaidView> said, Language language) {
        DoubleFunction<String> axis = axis(column, language);
        CumulativeChart cumulative = column.histogram()
                .filter(shape -> column.kind() == ColumnKind.NUMERIC)
                .map(shape -> CumulativeChart.of(shape, axis, language))
                .orElse(null);
        return new ColumnView(
                ColumnIds.at(place),
                language.name(column.name()),
                facts(column, language),
                language.kind(column.kind()),
                language.role(column.role()),
                weight(column.rankWeight()),
                StatusView.of(column.status(), language),
                open,
                Ranking.leading(column.scores())
                        .map(score -> Words.score(score, column.role(), language))
                        .orElse(""),
                column.season()
                        .filter(season -> column.status().isAlert())
                        .map(language::sentence)
                        .orElse(null),
                said,
                histogram(column, language),
                column.histogram()
                        .flatMap(shape -> shape.note())
                        .map(language::sentence)
                        .orElse(null),
                cumulative,
                column.histogram()
                        .map(shape -> ColumnTables.bars(shape, cumulative, axis, language))
                        .orElse(List.of()),
                categories(column, language),
                trend(column, language),
                column.trend()
                        .map(ReportTrend::score)
                        .map(score -> language.statistic(score, column.role()))
                        .orElse(""),
                ColumnTables.trend(column, language),
                ColumnTables.scores(column, language),
                language.statistic("population_stability_index", column.role()),
                ColumnTables.bins(column.bins(), language),
                column.binningId().map(language::name).orElse(null),
                ColumnTables.metrics(column, language),
                null,
                ColumnTables.pointsShift(column, language));
    }

    /** A long type is cut, what follows it is not. */
    private static Text facts(ReportColumn column, Language language) {
        Text type = language.name(column.type());
        String rest = " · " + language.kind(column.kind()) + " · " + language.role(column.role());
        return new Text(type.shown() + rest, type.full() == null ? null : type.full() + rest);
    }

    private static String weight(double weight) {
        return weight == 0
                ? null
                : new BigDecimal(weight).setScale(3, RoundingMode.HALF_EVEN).toPlainString();
    }
}
