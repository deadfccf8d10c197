package io.lakewarden.drift;

import io.lakewarden.profile.BinCounts;
import io.lakewarden.profile.NumericBinning;
import java.util.Arrays;

/**
 * The bins of a comparison of numbers. What lies outside the reference's range is counted apart (it is a finding of its
 * own), but belongs to the open outer bins of the comparison: a handful of rows beyond the old maximum is no second
 * distribution.
 */
final class OuterBins {
    private final int from;
    private final int to;
    private final NumericBinning joined;

    private OuterBins(int from, int to, NumericBinning joined) {
        this.from = from;
        this.to = to;
        this.joined = joined;
    }

    static OuterBins of(NumericBinning binning, BinCounts reference) {
        double[] edges = binning.edges();
        int last = edges.length;
        boolean joins = edges.length > 1 && !binning.isBands();
        boolean joinFirst = joins && reference.count(0) == 0 && !isOneValue(edges, 1);
        boolean joinLast = joins && reference.count(last) == 0 && !isOneValue(edges, last - 1);
        int from = joinFirst ? 1 : 0;
        int to = joinLast ? last - 1 : last;
        return new OuterBins(
                from, to, binning.isBands() ? binning : NumericBinning.ofEdges(Arrays.copyOfRange(edges, from, to)));
    }

    private static boolean isOneValue(double[] edges, int bin) {
        return edges[bin - 1] == Math.nextDown(edges[bin]);
    }

    int size() {
        return to - from + 1;
    }

    /** Which of these bins a frozen bin belongs to. */
    int place(int bin) {
        return Math.max(from, Math.min(to, bin)) - from;
    }

    String label(int bin) {
        return joined.label(bin);
    }

    long[] joined(BinCounts counts) {
        long[] result = new long[size()];
        for (int bin = 0; bin < counts.binning().size(); bin++) {
            result[place(bin)] += counts.count(bin);
        }
        return result;
    }
}
