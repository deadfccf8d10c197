package io.lakewarden.report.chart;

import io.lakewarden.report.ReportHistory;
import io.lakewarden.report.TrendPoint;
import io.lakewarden.report.text.Language;
import io.lakewarden.result.MetricValue.Known;
import io.lakewarden.result.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.stream.DoubleStream;

/**
 * A number over past windows as a line with a dot for each, and what was expected of the newest one as a bar behind its dot.
 *
 * @param line path of the line
 * @param dots path of the dots of earlier windows, and of the newest where it came as expected or was not judged
 * @param warned path of the newest window's dot, where it warned
 * @param failed path of the newest window's dot, where it failed
 * @param gaps path of the marks where a window has no number
 * @param range path of what was expected, empty where nothing was
 * @param viewBox the box of all
 * @param first label of the first window
 * @param last label of the last window
 * @param description the picture in one sentence
 */
public record HistoryChart(
        String line,
        String dots,
        String warned,
        String failed,
        String gaps,
        String range,
        String viewBox,
        String first,
        String last,
        String description) {
    private static final int HEIGHT = 120;
    private static final int MARGIN = 40;
    private static final int HALF_BAND = 18;

    /** Free space above and below, as a share of what is shown. */
    private static final double PADDING = 0.08;

    /** The picture of a history. */
    public static HistoryChart of(ReportHistory history, DoubleFunction<String> format, Language language) {
        double[] shown = DoubleStream.concat(
                        history.points().stream().flatMapToDouble(point -> point.value().number().stream()),
                        DoubleStream.concat(history.low().stream(), history.high().stream()))
                .sorted()
                .toArray();
        double least = shown.length == 0 ? 0 : shown[0];
        double most = shown.length == 0 ? 0 : shown[shown.length - 1];
        double padding = least == most ? Math.max(1, Math.abs(least)) : PADDING * (most - least);
        TrendPath path = new TrendPath(points(history), least - padding, most + padding, HEIGHT, MARGIN);
        return new HistoryChart(
                path.line(),
                path.dots(point -> !point.status().isAlert()),
                path.dots(point -> point.status() == Status.WARN),
                path.dots(point -> point.status() == Status.FAIL),
                path.gaps(),
                history.hasBand() ? range(history, path) : "",
                "0 0 " + Box.WIDTH + " " + HEIGHT,
                language.window(history.points().get(0).window()),
                language.window(history.current().window()),
                describe(history, format, language));
    }

    /** Of earlier windows it is not told how they were judged. */
    private static List<TrendPoint> points(ReportHistory history) {
        List<TrendPoint> points = new ArrayList<>();
        for (int i = 0; i < history.points().size(); i++) {
            Status status = i == history.points().size() - 1 ? history.status() : Status.PASS;
            points.add(new TrendPoint(
                    history.points().get(i).window(), history.points().get(i).value(), status, ""));
        }
        return points;
    }

    private static String range(ReportHistory history, TrendPath path) {
        long centre = path.x(history.points().size() - 1);
        long top = history.high().isPresent() ? path.y(history.high().getAsDouble()) : 0;
        long bottom = history.low().isPresent() ? path.y(history.low().getAsDouble()) : HEIGHT;
        return "M" + (centre - HALF_BAND) + "," + top + "H" + (centre + HALF_BAND) + "V" + bottom + "H"
                + (centre - HALF_BAND) + "Z";
    }

    private static String describe(ReportHistory history, DoubleFunction<String> format, Language language) {
        String value = history.current().value() instanceof Known known
                ? format.apply(known.value())
                : language.text("history.unknown");
        return language.counted(
                "history.windows",
                history.points().size() - 1L,
                language.window(history.current().window()),
                value,
                expected(history, format, language));
    }

    /** What was expected, in words. */
    public static String expected(ReportHistory history, DoubleFunction<String> format, Language language) {
        if (!history.hasBand()) {
            return language.text("history.nothing");
        }
        if (history.low().isEmpty()) {
            return language.text("history.at-most", format.apply(history.high().getAsDouble()));
        }
        return history.high().isEmpty()
                ? language.text("history.at-least", format.apply(history.low().getAsDouble()))
                : language.range(
                        format.apply(history.low().getAsDouble()),
                        format.apply(history.high().getAsDouble()));
    }
}
