package io.lakewarden.report.chart;

import io.lakewarden.report.ReportHistogram;
import io.lakewarden.report.text.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;

/**
 * Two cumulative distributions over each other: the share of the values from the left end of the picture up to each
 * point of the axis. Made from the bars of a histogram, so right at their edges and straight between them; values
 * outside the bars are in neither curve, which therefore ends below 100% where there are such values.
 *
 * @param reference path of the reference's curve
 * @param current path of the current data's curve
 * @param viewBox the box of both
 * @param low label of the left end
 * @param middle label of the middle of the axis
 * @param high label of the right end
 * @param referenceSums the reference's share up to the right edge of each bar, in [0, 1]
 * @param currentSums the same of the current data
 * @param description the picture in one sentence
 */
public record CumulativeChart(
        String reference,
        String current,
        String viewBox,
        String low,
        String middle,
        String high,
        List<Double> referenceSums,
        List<Double> currentSums,
        String description) {
    private static final int HEIGHT = 200;
    private static final double ALL = 1 - 1e-9;

    /** The picture of a histogram whose edges {@code axis} writes. */
    public static CumulativeChart of(ReportHistogram histogram, DoubleFunction<String> axis, Language language) {
        List<Double> edges = histogram.edges();
        double low = edges.get(0);
        double high = edges.get(edges.size() - 1);
        List<Double> reference = sums(histogram.reference());
        List<Double> current = sums(histogram.current());
        return new CumulativeChart(
                curve(reference, edges),
                curve(current, edges),
                "0 0 " + Box.WIDTH + " " + HEIGHT,
                axis.apply(low),
                axis.apply(low + (high - low) / 2),
                axis.apply(high),
                reference,
                current,
                describe(edges, reference, current, axis, language));
    }

    /** Rounding may leave the sum of all a hair below 1, and sketches may carry it beyond. */
    private static List<Double> sums(List<Double> shares) {
        List<Double> sums = new ArrayList<>();
        double sum = 0;
        for (double share : shares) {
            sum += share;
            sums.add(sum > ALL ? 1 : sum);
        }
        return List.copyOf(sums);
    }

    private static String curve(List<Double> sums, List<Double> edges) {
        double low = edges.get(0);
        double width = edges.get(edges.size() - 1) - low;
        StringBuilder path = new StringBuilder("M0," + HEIGHT);
        for (int bar = 0; bar < sums.size(); bar++) {
            path.append('L').append(Box.at((edges.get(bar + 1) - low) / width, Box.WIDTH));
            path.append(',').append(HEIGHT - Box.at(sums.get(bar), HEIGHT - 2));
        }
        return path.toString();
    }

    private static String describe(
            List<Double> edges,
            List<Double> reference,
            List<Double> current,
            DoubleFunction<String> axis,
            Language language) {
        int widest = 0;
        for (int bar = 1; bar < reference.size(); bar++) {
            widest = gap(reference, current, bar) > gap(reference, current, widest) ? bar : widest;
        }
        return language.text(
                "chart.apart",
                axis.apply(edges.get(widest + 1)),
                language.share(reference.get(widest)),
                language.share(current.get(widest)));
    }

    private static double gap(List<Double> reference, List<Double> current, int bar) {
        return Math.abs(reference.get(bar) - current.get(bar));
    }
}
