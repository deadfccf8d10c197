package io.lakewarden.drift;

import java.util.Arrays;

/** The different values of both sides together, rising, with how often each occurs on either side. */
final class PooledValues {
    private final double[] values;
    private final long[] first;
    private final long[] second;
    private final int size;
    private final WeightedValues reference;
    private final WeightedValues current;
    private final long firstTotal;
    private final long secondTotal;

    /** Made when first asked for. */
    private double[] gaps;

    private PooledValues(
            double[] values, long[] first, long[] second, int size, WeightedValues reference, WeightedValues current) {
        this.values = values;
        this.first = first;
        this.second = second;
        this.size = size;
        this.reference = reference;
        this.current = current;
        this.firstTotal = reference.total();
        this.secondTotal = current.total();
    }

    static PooledValues of(WeightedValues reference, WeightedValues current) {
        int most = reference.size() + current.size();
        double[] values = new double[most];
        long[] first = new long[most];
        long[] second = new long[most];
        int size = 0;
        int i = 0;
        int j = 0;
        while (i < reference.size() || j < current.size()) {
            boolean takesFirst =
                    j == current.size() || (i < reference.size() && reference.value(i) <= current.value(j));
            boolean takesSecond =
                    i == reference.size() || (j < current.size() && current.value(j) <= reference.value(i));
            values[size] = takesFirst ? reference.value(i) : current.value(j);
            first[size] = takesFirst ? reference.count(i++) : 0;
            second[size++] = takesSecond ? current.count(j++) : 0;
        }
        return new PooledValues(values, first, second, size, reference, current);
    }

    WeightedValues reference() {
        return reference;
    }

    WeightedValues current() {
        return current;
    }

    /** How many different values there are. */
    int size() {
        return size;
    }

    double value(int place) {
        return values[place];
    }

    /** How often the value occurs in the reference. */
    long first(int place) {
        return first[place];
    }

    /** How often the value occurs in the current data. */
    long second(int place) {
        return second[place];
    }

    /** How many values the reference has. */
    long firstTotal() {
        return firstTotal;
    }

    /** How many values the current data has. */
    long secondTotal() {
        return secondTotal;
    }

    /** Values on both sides together. */
    double total() {
        return (double) firstTotal + secondTotal;
    }

    /** How often the value occurs on both sides together. */
    double both(int place) {
        return (double) first[place] + second[place];
    }

    double firstShare(int place) {
        return (double) first[place] / firstTotal;
    }

    double secondShare(int place) {
        return (double) second[place] / secondTotal;
    }

    boolean hasTies() {
        for (int i = 0; i < size; i++) {
            if (first[i] + second[i] > 1) {
                return true;
            }
        }
        return false;
    }

    /** F − G from this value on to the next one: 0 after the last one. */
    double gap(int place) {
        if (gaps == null) {
            gaps = new double[size];
            long i = 0;
            long j = 0;
            for (int at = 0; at < size; at++) {
                i += first[at];
                j += second[at];
                gaps[at] = (double) i / firstTotal - (double) j / secondTotal;
            }
        }
        return gaps[place];
    }

    /** The values of both sides as one sample. */
    WeightedValues together() {
        long[] cumulative = new long[size];
        for (int place = 0; place < size; place++) {
            cumulative[place] = first[place] + second[place] + (place == 0 ? 0 : cumulative[place - 1]);
        }
        return WeightedValues.ofCumulative(Arrays.copyOf(values, size), cumulative);
    }

    /** Whether the sides cannot differ, because there is one value only. */
    boolean isConstant() {
        return size == 1;
    }
}
