package io.lakewarden.profile;

import java.util.Arrays;

/**
 * Adds up the numbers of a block bin by bin. Each is split into a high part, a multiple of a unit so coarse that the sum
 * of high parts is exact, and the small rest (S. Rump, T. Ogita and S. Oishi, "Accurate floating-point summation", 2008).
 * There are two sums of each kind for a bin, so that equal bins of neighbours do not wait for each other.
 */
final class BinSums {
    /** Twice the size of a block and the room for a sign, as a power of 2. */
    private static final int HEADROOM = 13;

    private final int[] counts;
    private final double[] highs;
    private final double[] rests;

    BinSums(int bins) {
        this.counts = new int[2 * bins];
        this.highs = new double[2 * bins];
        this.rests = new double[2 * bins];
    }

    /**
     * Takes in a block.
     *
     * @param bins the bin of each value
     * @param largest the largest magnitude, which is less than {@link Summation#HUGE}
     */
    void addAll(double[] values, int[] bins, int size, double largest) {
        double unit = Math.scalb(1.0, Math.getExponent(Math.max(Double.MIN_NORMAL, largest)) + HEADROOM);
        Arrays.fill(counts, 0);
        Arrays.fill(highs, 0);
        Arrays.fill(rests, 0);
        int i = 0;
        for (; i + 1 < size; i += 2) {
            add(2 * bins[i], values[i], unit);
            add(2 * bins[i + 1] + 1, values[i + 1], unit);
        }
        if (i < size) {
            add(2 * bins[i], values[i], unit);
        }
    }

    private void add(int place, double value, double unit) {
        double high = (value + unit) - unit;
        counts[place]++;
        highs[place] += high;
        rests[place] += value - high;
    }

    int count(int bin) {
        return counts[2 * bin] + counts[2 * bin + 1];
    }

    double high(int bin) {
        return highs[2 * bin] + highs[2 * bin + 1];
    }

    double rest(int bin) {
        return rests[2 * bin] + rests[2 * bin + 1];
    }
}
