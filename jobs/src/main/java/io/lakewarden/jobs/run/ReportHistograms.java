package io.lakewarden.jobs.run;

import io.lakewarden.profile.Histogram;
import io.lakewarden.profile.NumericProfile;
import io.lakewarden.report.ReportHistogram;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The picture of a numeric column on both sides: bars of equal width over the bulk of the two, so that a few extreme
 * values do not squeeze everything into one bar. What lies outside is said in the note.
 */
final class ReportHistograms {
    private static final int BARS = 24;
    private static final double TAIL = 0.005;
    /** How much wider than the reference's bulk the picture may become for the sake of the current data. */
    private static final double MOST_STRETCH = 0.5;

    /** With so few distinct values the bin table has a bar for each, and that is the better picture. */
    private static final int FEW_VALUES = 20;

    private ReportHistograms() {}

    static Optional<ReportHistogram> of(NumericProfile reference, NumericProfile current) {
        boolean few = reference
                .exactCounts()
                .filter(counts -> counts.size() <= FEW_VALUES)
                .isPresent();
        OptionalDouble low = reference.quantile(TAIL).number();
        OptionalDouble high = reference.quantile(1 - TAIL).number();
        if (few || low.isEmpty() || high.isEmpty() || current.finite() == 0) {
            return Optional.empty();
        }
        double room = MOST_STRETCH * (high.getAsDouble() - low.getAsDouble());
        double from = Math.min(low.getAsDouble(), Math.max(low.getAsDouble() - room, lower(current, low)));
        double to = Math.max(high.getAsDouble(), Math.min(high.getAsDouble() + room, upper(current, high)));
        double width = (to - from) / BARS;
        if (!Double.isFinite(width) || !(from + width > from) || !(to > to - width)) {
            return Optional.empty();
        }
        double[] edges = new double[BARS + 1];
        for (int i = 0; i <= BARS; i++) {
            edges[i] = i == BARS ? to : from + i * width;
        }
        // Bars are closed on the right; the first one takes its lowest value in.
        edges[0] = Math.nextDown(edges[0]);
        Histogram was = reference.histogram(edges);
        Histogram is = current.histogram(edges);
        return Optional.of(
                new ReportHistogram(Arrays.stream(edges).boxed().toList(), bars(was), bars(is), note(was, is)));
    }

    private static double lower(NumericProfile current, OptionalDouble otherwise) {
        return current.quantile(TAIL).number().orElse(otherwise.getAsDouble());
    }

    private static double upper(NumericProfile current, OptionalDouble otherwise) {
        return current.quantile(1 - TAIL).number().orElse(otherwise.getAsDouble());
    }

    /** The bars between the edges: all bins but the open outer ones. */
    private static List<Double> bars(Histogram histogram) {
        double[] shares = histogram.shares();
        return Arrays.stream(shares, 1, shares.length - 1)
                .map(share -> Math.max(0, share))
                .boxed()
                .toList();
    }

    private static Optional<String> note(Histogram reference, Histogram current) {
        double error = Math.max(reference.errorBound(), current.errorBound());
        String outside = String.format(
                Locale.ROOT,
                "Outside the picture lie %.1f %% of the reference and %.1f %% of the window.",
                100 * outside(reference),
                100 * outside(current));
        return Optional.of(
                error == 0
                        ? outside
                        : outside + String.format(Locale.ROOT, " Each bar is right within %.1f points.", 100 * error));
    }

    private static double outside(Histogram histogram) {
        double[] shares = histogram.shares();
        return Math.max(0, shares[0]) + Math.max(0, shares[shares.length - 1]);
    }
}
