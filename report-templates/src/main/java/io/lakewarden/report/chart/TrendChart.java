package io.lakewarden.report.chart;

import io.lakewarden.report.ReportTrend;
import io.lakewarden.report.TrendPoint;
import io.lakewarden.report.text.Language;
import io.lakewarden.result.MetricValue;
import io.lakewarden.result.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * One score over past windows as a line with a dot per window. The line breaks where a window has no score and where
 * the binning changed, for scores over different bins do not compare.
 *
 * @param line path of the line
 * @param dots path of the dots of windows that passed or were not judged
 * @param warned path of the dots of windows that warned
 * @param failed path of the dots of windows that failed
 * @param gaps path of the marks where a window has no score
 * @param breaks path of the marks where the binning changed
 * @param viewBox the box of all
 * @param limits the limits as lines
 * @param first label of the first window
 * @param last label of the last window
 * @param top label of the upper end of the scale
 * @param hint what the marks mean, null where there are none
 * @param description the picture in one sentence
 */
public record TrendChart(
        String line,
        String dots,
        String warned,
        String failed,
        String gaps,
        String breaks,
        String viewBox,
        List<Limit> limits,
        String first,
        String last,
        String top,
        String hint,
        String description) {
    private static final int HEIGHT = 200;
    private static final int MARGIN = 20;

    /** The height of a label, in percent of the picture's. */
    private static final int LABEL = 8;

    /**
     * A limit as a line across.
     *
     * @param label its name and value
     * @param path the line
     * @param style where its label stands, as CSS
     * @param status what happens from there on, in lower case
     */
    public record Limit(String label, String path, String style, String status) {}

    /** The picture of a trend that has points. */
    public static TrendChart of(
            ReportTrend trend, String label, OptionalDouble warn, OptionalDouble fail, Language language) {
        List<TrendPoint> points = trend.points();
        double highest = points.stream()
                .flatMapToDouble(point -> point.value().number().stream())
                .max()
                .orElse(0);
        double top = 1.08 * Math.max(highest, Math.max(warn.orElse(0), fail.orElse(0)));
        TrendPath path = new TrendPath(points, 0, top > 0 ? top : 1, HEIGHT, MARGIN);
        List<Limit> limits = limits(warn, fail, path, language);
        TrendPoint newest = points.get(points.size() - 1);
        return new TrendChart(
                path.line(),
                path.dots(point -> !point.status().isAlert()),
                path.dots(point -> point.status() == Status.WARN),
                path.dots(point -> point.status() == Status.FAIL),
                path.gaps(),
                path.breaks(),
                "0 0 " + Box.WIDTH + " " + HEIGHT,
                limits,
                language.window(points.get(0).window()),
                language.window(newest.window()),
                language.score(top),
                hint(path, language),
                describe(points, label, newest, language));
    }

    /** The limit that fails lies above the one that warns; where they are close, the lower label gives way. */
    private static List<Limit> limits(OptionalDouble warn, OptionalDouble fail, TrendPath path, Language language) {
        List<Limit> limits = new ArrayList<>();
        fail.ifPresent(value -> limits.add(limit("fail", value, path, percent(path.y(value)), language)));
        warn.ifPresent(value -> {
            long free = fail.isPresent() ? percent(path.y(fail.getAsDouble())) + LABEL : 0;
            limits.add(limit("warn", value, path, Math.max(percent(path.y(value)), free), language));
        });
        return limits;
    }

    private static Limit limit(String status, double value, TrendPath path, long top, Language language) {
        return new Limit(
                language.text("chart.limit." + status, language.score(value)),
                "M0," + path.y(value) + "H" + Box.WIDTH,
                "top:" + top + "%",
                status);
    }

    private static long percent(long y) {
        return Math.round(100.0 * y / HEIGHT);
    }

    private static String hint(TrendPath path, Language language) {
        String gaps = path.gaps().isEmpty() ? "" : language.text("chart.gaps") + " ";
        String breaks = path.breaks().isEmpty() ? "" : language.text("chart.breaks");
        return gaps.isEmpty() && breaks.isEmpty() ? null : (gaps + breaks).strip();
    }

    private static String describe(List<TrendPoint> points, String label, TrendPoint newest, Language language) {
        long alerts = points.stream().filter(point -> point.status().isAlert()).count();
        String value = newest.value() instanceof MetricValue.Known known
                ? label + " " + language.score(known.value())
                : language.text("chart.no-score");
        return language.counted(
                "chart.windows", points.size(), language.count(alerts), language.window(newest.window()), value);
    }
}
