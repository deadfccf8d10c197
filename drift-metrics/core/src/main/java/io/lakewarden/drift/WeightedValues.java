package io.lakewarden.drift;

import io.lakewarden.profile.Ecdf;
import io.lakewarden.profile.NumericProfile;
import java.util.Arrays;
import java.util.Optional;

/**
 * A sample of finite numbers as its different values, rising, with how often each occurs, so that ties cost nothing. It
 * is what the statistics over values take: from a profile that keeps its values exactly, from an exact pass over the
 * data, or from a sample.
 */
public final class WeightedValues {
    private final double[] values;

    /** How many there are up to and with each value. */
    private final long[] cumulative;

    private WeightedValues(double[] values, long[] cumulative) {
        this.values = values;
        this.cumulative = cumulative;
    }

    /**
     * The values in any order; −0.0 counts as 0.0.
     *
     * @throws IllegalArgumentException if a value is NaN or infinite
     */
    public static WeightedValues of(double... sample) {
        double[] sorted = Arrays.stream(sample)
                .map(value -> value == 0 ? 0.0 : value)
                .sorted()
                .toArray();
        double[] values = new double[sorted.length];
        long[] cumulative = new long[sorted.length];
        int size = 0;
        for (int i = 0; i < sorted.length; i++) {
            if (!Double.isFinite(sorted[i])) {
                throw new IllegalArgumentException("a sample holds finite numbers, but got " + sorted[i]);
            }
            if (i == 0 || sorted[i] != sorted[i - 1]) {
                values[size++] = sorted[i];
            }
            cumulative[size - 1] = i + 1L;
        }
        return new WeightedValues(Arrays.copyOf(values, size), Arrays.copyOf(cumulative, size));
    }

    /** The steps of a distribution function, which may be that of a sketch. */
    static WeightedValues of(Ecdf ecdf) {
        return new WeightedValues(ecdf.values(), ecdf.cumulativeCounts());
    }

    /** From rising values, and how many there are up to and with each. */
    static WeightedValues ofCumulative(double[] values, long[] cumulative) {
        return new WeightedValues(values, cumulative);
    }

    /** The finite values of a column; none where the profile does not keep them exactly. */
    static Optional<WeightedValues> exactly(NumericProfile profile) {
        Ecdf ecdf = profile.ecdf();
        return ecdf.rankError() == 0 && ecdf.count() == profile.finite() ? Optional.of(of(ecdf)) : Optional.empty();
    }

    /** How many different values there are. */
    public int size() {
        return values.length;
    }

    /** How many values there are. */
    public long total() {
        return size() == 0 ? 0 : cumulative[size() - 1];
    }

    /** One of the different values, counted from 0 in rising order. */
    public double value(int place) {
        return values[place];
    }

    /** How often it occurs. */
    public long count(int place) {
        return place == 0 ? cumulative[0] : cumulative[place] - cumulative[place - 1];
    }

    /** The quantile by linear interpolation at place (n − 1)·q of the sorted values. */
    double quantile(double q) {
        double place = (total() - 1) * q;
        long floor = (long) Math.floor(place);
        double low = orderStatistic(floor);
        double high = orderStatistic(Math.min(floor + 1, total() - 1));
        return low + (high - low) * (place - floor);
    }

    /**
     * At most so many values: these where there are no more different ones, otherwise those at the places (i + ½) · n /
     * most of the sorted values, each once. Its distribution function is within {@link #samplingError} of this one.
     */
    WeightedValues sample(int most) {
        if (size() <= most) {
            return this;
        }
        double[] sample = new double[most];
        for (int i = 0; i < most; i++) {
            sample[i] = orderStatistic((long) ((i + 0.5) * total() / most));
        }
        return of(sample);
    }

    /** The largest distance of the distribution function of {@link #sample} to this one. */
    double samplingError(int most) {
        return size() <= most ? 0 : 0.5 / most + 1.0 / total();
    }

    private double orderStatistic(long place) {
        int found = Arrays.binarySearch(cumulative, place + 1);
        return values[found >= 0 ? found : -found - 1];
    }

    @Override
    public String toString() {
        return "WeightedValues[" + size() + " different of " + total() + "]";
    }
}
