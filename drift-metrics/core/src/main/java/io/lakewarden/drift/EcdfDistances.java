package io.lakewarden.drift;

import io.lakewarden.profile.Ecdf;

/** Distances between two empirical distribution functions, in one walk over their steps. */
final class EcdfDistances {
    private final double largestGap;
    private final double areaBetween;

    private EcdfDistances(double largestGap, double areaBetween) {
        this.largestGap = largestGap;
        this.areaBetween = areaBetween;
    }

    /** Both functions have at least one observation. */
    static EcdfDistances between(Ecdf first, Ecdf second) {
        double[] x = first.values();
        double[] y = second.values();
        long[] xCounts = first.cumulativeCounts();
        long[] yCounts = second.cumulativeCounts();
        double n = first.count();
        double m = second.count();
        int i = 0;
        int j = 0;
        double gap = 0;
        double area = 0;
        double largest = 0;
        double previous = Math.min(x[0], y[0]);
        while (i < x.length || j < y.length) {
            double at = i == x.length ? y[j] : j == y.length ? x[i] : Math.min(x[i], y[j]);
            area += gap * (at - previous);
            i += i < x.length && x[i] == at ? 1 : 0;
            j += j < y.length && y[j] == at ? 1 : 0;
            gap = Math.abs((i == 0 ? 0 : xCounts[i - 1]) / n - (j == 0 ? 0 : yCounts[j - 1]) / m);
            largest = Math.max(largest, gap);
            previous = at;
        }
        return new EcdfDistances(largest, area);
    }

    /** sup |F − G|. */
    double largestGap() {
        return largestGap;
    }

    /** ∫ |F − G| dx. */
    double areaBetween() {
        return areaBetween;
    }
}
