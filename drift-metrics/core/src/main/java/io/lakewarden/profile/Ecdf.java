package io.lakewarden.profile;

import java.util.Arrays;

/**
 * The empirical distribution function of a column's finite values, exact or from a sketch.
 *
 * <p>Where it comes from a sketch, the true F lies within {@link #rankError()} of this one at every point at once, with
 * 99 % confidence.
 */
public final class Ecdf {
    private static final Ecdf EMPTY = new Ecdf(new double[0], new long[0], 0);

    private final double[] values;
    private final long[] cumulative;
    private final double rankError;

    private Ecdf(double[] values, long[] cumulative, double rankError) {
        this.values = values;
        this.cumulative = cumulative;
        this.rankError = rankError;
    }

    /** The distribution of no values. */
    static Ecdf empty() {
        return EMPTY;
    }

    /** From strictly increasing values and the weight of each. */
    static Ecdf ofWeights(double[] values, long[] weights, double rankError) {
        long[] cumulative = weights.clone();
        Arrays.parallelPrefix(cumulative, Long::sum);
        return new Ecdf(values.clone(), cumulative, rankError);
    }

    /** The points where the function steps, strictly increasing. */
    public double[] values() {
        return values.clone();
    }

    /** For each of the {@link #values()}, how many observations are at most that value. */
    public long[] cumulativeCounts() {
        return cumulative.clone();
    }

    /** How many observations there are. */
    public long count() {
        return cumulative.length == 0 ? 0 : cumulative[cumulative.length - 1];
    }

    /** The largest distance to the true F over all points: 0 where exact, otherwise at 99 % confidence. */
    public double rankError() {
        return rankError;
    }

    /** F(x), the share of observations that are at most x; 0 if there are none. */
    public double at(double x) {
        return count() == 0 ? 0 : (double) countAtMost(x) / count();
    }

    /** How many observations are at most x. */
    public long countAtMost(double x) {
        int found = Arrays.binarySearch(values, x == 0 ? 0.0 : x);
        int last = found >= 0 ? found : -found - 2;
        return last < 0 ? 0 : cumulative[last];
    }

    /** The observation at a place in sorted order, counted from 0; places outside are moved to the nearest end. */
    double orderStatistic(long place) {
        long wanted = Math.max(0, Math.min(place, count() - 1));
        int found = Arrays.binarySearch(cumulative, wanted + 1);
        return values[found >= 0 ? found : -found - 1];
    }
}
