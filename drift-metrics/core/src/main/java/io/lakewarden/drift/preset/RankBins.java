package io.lakewarden.drift.preset;

import io.lakewarden.profile.BinCounts;
import io.lakewarden.profile.Ecdf;
import io.lakewarden.profile.NumericBinning;
import java.util.Arrays;

/** Equally wide bins, each closed on the left and the last one on both sides, as NumPy's histograms have them. */
final class RankBins {
    private final double[] edges;

    private RankBins(double[] edges) {
        this.edges = edges;
    }

    /**
     * As many as Doane's rule gives: 1 + log₂ n + log₂(1 + |skewness| / σ), where σ is what the skewness of n normal values
     * spreads by.
     */
    static RankBins ofDoane(double least, double greatest, long n, double deviation, double skewness) {
        double range = greatest - least;
        double width = 0;
        if (range > 0 && n > 2 && deviation > 0) {
            double spread = Math.sqrt(6.0 * (n - 2) / ((n + 1.0) * (n + 3.0)));
            width = range / (1 + log2((double) n) + log2(1 + Math.abs(skewness) / spread));
        }
        int bins = width > 0 ? (int) Math.ceil(range / width) : 1;
        double from = range > 0 ? least : least - 0.5;
        double to = range > 0 ? greatest : greatest + 0.5;
        double[] edges = new double[bins + 1];
        double step = (to - from) / bins;
        Arrays.setAll(edges, i -> i == bins ? to : i * step + from);
        return new RankBins(edges);
    }

    private static double log2(double x) {
        return Math.log(x) / Math.log(2);
    }

    /** How many bins there are. */
    int size() {
        return edges.length - 1;
    }

    /** How many values each bin holds; those outside of all are in none. */
    double[] count(Ecdf values) {
        long[] ranks = ranks(values);
        double[] counts = new double[edges.length - 1];
        Arrays.setAll(counts, i -> ranks[i + 1] - ranks[i]);
        return counts;
    }

    /**
     * How many values of a part each bin holds, where the part is counted in other bins only: within each of those its
     * values are taken to lie as those of the whole do.
     */
    double[] spread(BinCounts part, Ecdf whole) {
        long[] ranks = ranks(whole);
        double[] cuts = ((NumericBinning) part.binning()).edges();
        double[] counts = new double[edges.length - 1];
        for (int bin = 0; bin <= cuts.length; bin++) {
            long from = bin == 0 ? 0 : whole.countAtMost(cuts[bin - 1]);
            long to = bin == cuts.length ? whole.count() : whole.countAtMost(cuts[bin]);
            for (int i = 0; i < counts.length && from < to; i++) {
                long shared = Math.min(to, ranks[i + 1]) - Math.max(from, ranks[i]);
                counts[i] += shared > 0 ? (double) part.count(bin) * shared / (to - from) : 0;
            }
        }
        return counts;
    }

    /** How many values lie below each edge; below the last one or on it. */
    private long[] ranks(Ecdf values) {
        long[] ranks = new long[edges.length];
        Arrays.setAll(ranks, i -> values.countAtMost(i == edges.length - 1 ? edges[i] : Math.nextDown(edges[i])));
        return ranks;
    }
}
