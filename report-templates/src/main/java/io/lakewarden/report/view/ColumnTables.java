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
import io.lakewarden.report.text.Labels;
import io.lakewarden.report.text.Numbers;
import io.lakewarden.report.text.Text;
import io.lakewarden.report.text.Times;
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

    static List<ScoreRow> scores(ReportColumn column) {
        return column.scores().stream()
                .map(score -> new ScoreRow(
                        Labels.statistic(score.name(), column.role()),
                        ValueText.of(score.value(), Words.format(score.name())),
                        details(score),
                        Words.limits(score),
                        score.status() != Status.SKIPPED,
                        StatusView.of(score.status())))
                .toList();
    }

    static List<BinRow> bins(List<ReportBin> bins) {
        double largest = bins.stream()
                .flatMapToDouble(bin -> bin.psiContribution().number().stream())
                .max()
                .orElse(0);
        return bins.stream().map(bin -> row(bin, largest)).toList();
    }

    /** The bars of a histogram; their sums stay empty where no cumulative distribution is drawn. */
    static List<BarRow> bars(ReportHistogram histogram, CumulativeChart cumulative, DoubleFunction<String> axis) {
        List<BarRow> rows = new ArrayList<>();
        for (int bar = 0; bar < histogram.reference().size(); bar++) {
            rows.add(new BarRow(
                    axis.apply(histogram.edges().get(bar)),
                    axis.apply(histogram.edges().get(bar + 1)),
                    Numbers.share(histogram.reference().get(bar)),
                    Numbers.share(histogram.current().get(bar)),
                    cumulative == null
                            ? ""
                            : Numbers.share(cumulative.referenceSums().get(bar)),
                    cumulative == null
                            ? ""
                            : Numbers.share(cumulative.currentSums().get(bar))));
        }
        return rows;
    }

    static List<MetricRow> metrics(ReportColumn column) {
        return column.metrics().stream()
                .map(metric -> {
                    DoubleFunction<String> format = format(metric, column.kind());
                    return new MetricRow(
                            Labels.name(metric.name()),
                            ValueText.of(metric.reference(), format),
                            ValueText.of(metric.current(), format));
                })
                .toList();
    }

    static List<TrendRow> trend(ReportColumn column) {
        List<TrendPoint> points = column.trend().map(trend -> trend.points()).orElse(List.of());
        List<TrendRow> rows = new ArrayList<>();
        for (int index = points.size() - 1; index >= 0; index--) {
            TrendPoint point = points.get(index);
            boolean newBins =
                    index > 0 && !point.binningId().equals(points.get(index - 1).binningId());
            rows.add(new TrendRow(
                    Times.window(point.window()),
                    ValueText.of(point.value(), Numbers::score),
                    StatusView.of(point.status()).word(),
                    newBins ? "new bins from here on" : null));
        }
        return rows;
    }

    private static BinRow row(ReportBin bin, double largest) {
        double contribution = Math.max(0, bin.psiContribution().number().orElse(0));
        long weight = largest > 0 ? Math.round(100 * contribution / largest) : 0;
        return new BinRow(
                Text.of(bin.label()),
                bin.group() == BinGroup.VALUE ? null : "special",
                Numbers.count(bin.reference()),
                ValueText.of(bin.referenceShare(), Numbers::share),
                Numbers.count(bin.current()),
                ValueText.of(bin.currentShare(), Numbers::share),
                ValueText.of(bin.psiContribution(), Numbers::score),
                weight > 0 ? "width:" + weight + "%" : null);
    }

    private static String details(ReportScore score) {
        return score.details().isEmpty()
                ? null
                : score.details().entrySet().stream()
                        .map(detail -> Labels.name(detail.getKey()) + " " + line(detail.getKey(), detail.getValue()))
                        .collect(Collectors.joining("; "));
    }

    private static String line(String name, MetricValue value) {
        return ValueText.of(value, Words.format(name)).line();
    }

    private static DoubleFunction<String> format(ReportMetric metric, ColumnKind kind) {
        if (kind == ColumnKind.TEMPORAL && INSTANTS.contains(metric.name())) {
            return Times::micros;
        }
        return Words.isShare(metric.name()) ? Numbers::share : Numbers::number;
    }
}
