package io.lakewarden.report.view;

import io.lakewarden.profile.ColumnKind;
import io.lakewarden.report.BinGroup;
import io.lakewarden.report.ReportBin;
import io.lakewarden.report.ReportColumn;
import io.lakewarden.report.ReportHistogram;
import io.lakewarden.report.ReportMetric;
import io.lakewarden.report.ReportScore;
import io.lakewarden.report.TrendPoint;
import io.lakewarden.report.chart.CumulativeChart;
import io.lakewarden.report.text.Language;
import io.lakewarden.report.text.ValueText;
import io.lakewarden.report.view.ColumnView.BarRow;
import io.lakewarden.report.view.ColumnView.BinRow;
import io.lakewarden.report.view.ColumnView.MetricRow;
import io.lakewarden.report.view.ColumnView.ScoreRow;
import io.lakewarden.report.view.ColumnView.TrendRow;
import io.lakewarden.result.MetricValue;
import io.lakewarden.result.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.DoubleFunction;
import java.util.stream.Collectors;

/** The tables of one column. */
final class ColumnTables {
    private static final Set<String> INSTANTS = Set.of("min", "max", "earliest", "latest", "median");

    private ColumnTables() {}

    static List<ScoreRow> scores(ReportColumn column, Language language) {
        return column.scores().stream()
                .map(score -> new ScoreRow(
                        language.statistic(score.name(), column.role()),
                        language.value(score.value(), language.format(score.name())),
                        details(score, language),
                        Words.limits(score, language),
                        score.status() != Status.SKIPPED,
                        StatusView.of(score.status(), language)))
                .toList();
    }

    static List<BinRow> bins(List<ReportBin> bins, Language language) {
        double largest = bins.stream()
                .flatMapToDouble(bin -> bin.psiContribution().number().stream())
                .max()
                .orElse(0);
        return bins.stream().map(bin -> row(bin, largest, language)).toList();
    }

    /** What the scorecard's points add up to; null where no bin has any. */
    static ValueText pointsShift(ReportColumn column, Language language) {
        return column.bins().stream().noneMatch(bin -> bin.points().isPresent())
                ? null
                : column.scores().stream()
                        .filter(score -> score.name().equals("points_shift"))
                        .findFirst()
                        .map(score -> language.value(score.value(), language::number))
                        .orElse(null);
    }

    /** The bars of a histogram; their sums stay empty where no cumulative distribution is drawn. */
    static List<BarRow> bars(
            ReportHistogram histogram, CumulativeChart cumulative, DoubleFunction<String> axis, Language language) {
        List<BarRow> rows = new ArrayList<>();
        for (int bar = 0; bar < histogram.reference().size(); bar++) {
            rows.add(new BarRow(
                    axis.apply(histogram.edges().get(bar)),
                    axis.apply(histogram.edges().get(bar + 1)),
                    language.share(histogram.reference().get(bar)),
                    language.share(histogram.current().get(bar)),
                    cumulative == null
                            ? ""
                            : language.share(cumulative.referenceSums().get(bar)),
                    cumulative == null
                            ? ""
                            : language.share(cumulative.currentSums().get(bar))));
        }
        return rows;
    }

    static List<MetricRow> metrics(ReportColumn column, Language language) {
        return column.metrics().stream()
                .map(metric -> {
                    DoubleFunction<String> format = format(metric, column.kind(), language);
                    return new MetricRow(
                            language.label(metric.name()),
                            language.value(metric.reference(), format),
                            language.value(metric.current(), format));
                })
                .toList();
    }

    static List<TrendRow> trend(ReportColumn column, Language language) {
        List<TrendPoint> points = column.trend().map(trend -> trend.points()).orElse(List.of());
        List<TrendRow> rows = new ArrayList<>();
        for (int index = points.size() - 1; index >= 0; index--) {
            TrendPoint point = points.get(index);
            boolean newBins =
                    index > 0 && !point.binningId().equals(points.get(index - 1).binningId());
            rows.add(new TrendRow(
                    language.window(point.window()),
                    language.value(point.value(), language::score),
                    language.status(point.status()),
                    newBins ? language.text("trend.new-bins") : null));
        }
        return rows;
    }

    private static BinRow row(ReportBin bin, double largest, Language language) {
        double contribution = Math.max(0, bin.psiContribution().number().orElse(0));
        long weight = largest > 0 ? Math.round(100 * contribution / largest) : 0;
        return new BinRow(
                language.name(bin.label()),
                bin.group() == BinGroup.VALUE ? null : "special",
                language.count(bin.reference()),
                language.value(bin.referenceShare(), language::share),
                language.count(bin.current()),
                language.value(bin.currentShare(), language::share),
                language.value(bin.psiContribution(), language::score),
                weight > 0 ? "width:" + weight + "%" : null,
                language.value(
                        bin.points().isPresent()
                                ? MetricValue.exactly(bin.points().getAsDouble())
                                : MetricValue.unknown(ReportBin.WITHOUT_POINTS),
                        language::number),
                language.value(bin.weightedShift(), language::number));
    }

    private static String details(ReportScore score, Language language) {
        return score.details().isEmpty()
                ? null
                : score.details().entrySet().stream()
                        .map(detail -> language.label(detail.getKey()) + " "
                                + line(detail.getKey(), detail.getValue(), language))
                        .collect(Collectors.joining("; "));
    }

    private static String line(String name, MetricValue value, Language language) {
        return language.value(value, language.format(name)).line();
    }

    private static DoubleFunction<String> format(ReportMetric metric, ColumnKind kind, Language language) {
        if (kind == ColumnKind.TEMPORAL && INSTANTS.contains(metric.name())) {
            return language::micros;
        }
        return Language.isShare(metric.name()) ? language::share : language::number;
    }
}
