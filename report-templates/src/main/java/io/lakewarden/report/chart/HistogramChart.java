package io.lakewarden.report.chart;

import io.lakewarden.report.ReportHistogram;
import io.lakewarden.report.text.Language;
import java.util.List;
import java.util.function.DoubleFunction;

/**
 * Two histograms over each other: the current one filled, the reference as an outline. Heights are densities (share per
 * width), so that bars of unequal width do not lie; for equal widths that is the share.
 *
 * @param reference path of the outline
 * @param current path of the filled shape
 * @param viewBox the box of both
 * @param low label of the left end
 * @param middle label of the middle of the axis
 * @param high label of the right end
 * @param description the picture in one sentence
 */
public record HistogramChart(
        String reference, String current, String viewBox, String low, String middle, String high, String description) {
    private static final int HEIGHT = 200;

    /** The picture of a histogram whose edges {@code axis} writes. */
    public static HistogramChart of(ReportHistogram histogram, DoubleFunction<String> axis, Language language) {
        List<Double> edges = histogram.edges();
        double low = edges.get(0);
        double high = edges.get(edges.size() - 1);
        double highest = Math.max(highest(histogram.reference(), edges), highest(histogram.current(), edges));
        return new HistogramChart(
                outline(histogram.reference(), edges, highest),
                outline(histogram.current(), edges, highest) + "Z",
                "0 0 " + Box.WIDTH + " " + HEIGHT,
                axis.apply(low),
                axis.apply(low + (high - low) / 2),
                axis.apply(high),
                describe(histogram, axis, language));
    }

    private static String outline(List<Double> shares, List<Double> edges, double highest) {
        double low = edges.get(0);
        double width = edges.get(edges.size() - 1) - low;
        StringBuilder path = new StringBuilder("M0," + HEIGHT);
        for (int bar = 0; bar < shares.size(); bar++) {
            double height = highest > 0 ? density(shares, edges, bar) / highest : 0;
            path.append('V').append(HEIGHT - Box.at(height, HEIGHT - 2));
            path.append('H').append(Box.at((edges.get(bar + 1) - low) / width, Box.WIDTH));
        }
        return path.append('V').append(HEIGHT).toString();
    }

    private static double highest(List<Double> shares, List<Double> edges) {
        double highest = 0;
        for (int bar = 0; bar < shares.size(); bar++) {
            highest = Math.max(highest, density(shares, edges, bar));
        }
        return highest;
    }

    private static double density(List<Double> shares, List<Double> edges, int bar) {
        return shares.get(bar) / (edges.get(bar + 1) - edges.get(bar));
    }

    private static String describe(ReportHistogram histogram, DoubleFunction<String> axis, Language language) {
        int reference = fullest(histogram.reference());
        int current = fullest(histogram.current());
        return language.text(
                "chart.fullest",
                range(histogram.edges(), reference, axis, language),
                language.share(histogram.reference().get(reference)),
                range(histogram.edges(), current, axis, language),
                language.share(histogram.current().get(current)));
    }

    private static int fullest(List<Double> shares) {
        int fullest = 0;
        for (int bar = 1; bar < shares.size(); bar++) {
            fullest = shares.get(bar) > shares.get(fullest) ? bar : fullest;
        }
        return fullest;
    }

    private static String range(List<Double> edges, int bar, DoubleFunction<String> axis, Language language) {
        return language.range(axis.apply(edges.get(bar)), axis.apply(edges.get(bar + 1)));
    }
}
