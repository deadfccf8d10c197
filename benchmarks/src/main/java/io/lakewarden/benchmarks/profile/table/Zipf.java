package io.lakewarden.benchmarks.profile.table;

import java.util.Arrays;

/** Ranks drawn in proportion to {@code 1 / (rank + 1)^1.1}: few are everywhere, most are rare. */
final class Zipf {
    private static final double EXPONENT = 1.1;

    /** Chance that a rank or one before it is drawn. */
    private final double[] cumulative;

    Zipf(int ranks) {
        cumulative = new double[ranks];
        double total = 0;
        for (int rank = 0; rank < ranks; rank++) {
            total += 1 / StrictMath.pow(rank + 1, EXPONENT);
            cumulative[rank] = total;
        }
        for (int rank = 0; rank < ranks; rank++) {
            cumulative[rank] /= total;
        }
    }

    /** A rank, counted from 0. */
    int rank(long bits) {
        int found = Arrays.binarySearch(cumulative, Draw.uniform(bits));
        return found >= 0 ? Math.min(found + 1, cumulative.length - 1) : Math.min(-found - 1, cumulative.length - 1);
    }
}
