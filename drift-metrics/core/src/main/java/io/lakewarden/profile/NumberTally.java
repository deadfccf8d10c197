package io.lakewarden.profile;

/** Counts zeros, negatives and whole numbers among finite numbers other than -0.0, without a branch for each value. */
final class NumberTally {
    private static final int SIGN = Long.SIZE - 1;

    private long zeros;
    private long negatives;
    private long integers;

    void addAll(double[] values, int size) {
        long nonzero = 0;
        long negative = 0;
        long fractional = 0;
        for (int i = 0; i < size; i++) {
            double value = values[i];
            long bits = Double.doubleToRawLongBits(value);
            long rest = Double.doubleToRawLongBits(value - Math.rint(value)) << 1;
            nonzero += (bits | -bits) >>> SIGN;
            negative += bits >>> SIGN;
            fractional += (rest | -rest) >>> SIGN;
        }
        zeros += size - nonzero;
        negatives += negative;
        integers += size - fractional;
    }

    void add(double value, long times) {
        if (value == 0) {
            zeros += times;
        } else if (value < 0) {
            negatives += times;
        }
        if (value == Math.rint(value)) {
            integers += times;
        }
    }

    NumberTally copy() {
        NumberTally result = new NumberTally();
        result.zeros = zeros;
        result.negatives = negatives;
        result.integers = integers;
        return result;
    }

    /** Beside the counts of what is not finite. */
    NumberCounts with(long nans, long positiveInfinities, long negativeInfinities) {
        return new NumberCounts(nans, positiveInfinities, negativeInfinities, zeros, negatives, integers);
    }
}
