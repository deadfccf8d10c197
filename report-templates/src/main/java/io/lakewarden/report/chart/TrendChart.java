package io.lakewarden.report.chart;

import io.lakewarden.report.ReportTrend;
import io.lakewarden.report.TrendPoint;
import io.lakewarden.report.text.Numbers;
import io.lakewarden.report.text.Times;
import io.lakewarden.result.MetricValue;
import io.lakewarden.result.Status;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;

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
    public static TrendChart of(ReportTrend trend, String label, OptionalDouble warn, OptionalDouble fail) {
        List<TrendPoint> points = trend.points();
        double highest = points.stream()
                .flatMapToDouble(point -> point.value().number().stream())
                .max()
                .orElse(0);
        double top = 1.08 * Math.max(highest, Math.max(warn.orElse(0), fail.orElse(0)));
        TrendPath path = new TrendPath(points, top > 0 ? top : 1, HEIGHT, MARGIN);
        List<Limit> limits = Stream.of(limit("fail", fail, path), limit("warn", warn, path))
                .flatMap(List::stream)
                .toList();
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
                Times.window(points.get(0).window()),
                Times.window(newest.window()),
                Numbers.score(top),
                hint(path),
                describe(points, label, newest));
    }

    private static List<Limit> limit(String status, OptionalDouble limit, TrendPath path) {
        return limit.stream()
                .mapToObj(value -> new Limit(
                        status + " " + Numbers.score(value),
                        "M0," + path.y(value) + "H" + Box.WIDTH,
                        "top:" + Math.round(100.0 * path.y(value) / HEIGHT) + "%",
                        status))
                .toList();
    }

    private static String hint(TrendPath path) {
        String gaps = path.gaps().isEmpty() ? "" : "Grey bar: a window without a score. ";
        String breaks = path.breaks().isEmpty() ? "" : "Dotted line: new bins from here on, which do not compare.";
        return gaps.isEmpty() && breaks.isEmpty() ? null : (gaps + breaks).strip();
    }

    private static String describe(List<TrendPoint> points, String label, TrendPoint newest) {
        long alerts = points.stream().filter(point -> point.status().isAlert()).count();
        String value = newest.value() instanceof MetricValue.Known known
                ? label + " " + Numbers.score(known.value())
                : "no score";
        return points.size() + (points.size() == 1 ? " window, " : " windows, ") + alerts
                + " of them at or above a limit; the newest, " + Times.window(newest.window()) + ", has " + value + ".";
    }
}
