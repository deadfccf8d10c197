package io.lakewarden.profile;

import java.util.Arrays;

/**
 * Strictly increasing values, each with a weight.
 *
 * @param values not to be changed
 * @param weights one for each value
 */
@SuppressWarnings("ArrayRecordComponent") // never compared; it carries two arrays from one method to another
record WeightedRun(double[] values, long[] weights) {
    static final WeightedRun EMPTY = new WeightedRun(new double[0], new long[0]);

    /** With sorted items, all of one weight. */
    WeightedRun plus(double[] items, long weight) {
        double[] joined = new double[values.length + items.length];
        long[] joinedWeights = new long[joined.length];
        int i = 0;
        int j = 0;
        int size = 0;
        while (i < values.length || j < items.length) {
            boolean mine = j == items.length || (i < values.length && values[i] <= items[j]);
            double value = mine ? values[i] : items[j];
            long added = mine ? weights[i++] : weight;
            j += mine ? 0 : 1;
            if (size == 0 || joined[size - 1] != value) {
                joined[size++] = value;
            }
            joinedWeights[size - 1] += added;
        }
        return new WeightedRun(Arrays.copyOf(joined, size), Arrays.copyOf(joinedWeights, size));
    }
}
