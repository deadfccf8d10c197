package io.lakewarden.profile;

import io.lakewarden.result.MetricValue;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * The distribution of a column's finite numbers: exact counts of each value while they are few, then frequent values, a
 * quantile sketch and a distinct counter, which take the exact counts over at that moment. A value that is known exactly
 * costs one look-up.
 *
 * <p>Merge law: whether the counts are exact depends on the set of values alone; beyond, the laws of
 * {@link KllSketch}, {@link HyperLogLog} and {@link Frequencies}.
 */
final class NumberDistribution {
    private static final long FIRST_WIDE = 1L << 53;

    private final DoubleFrequencies frequencies;
    private final HyperLogLog distinct;

    /** Null while the frequencies are exact. */
    private KllSketch quantiles;

    NumberDistribution() {
        this(new DoubleFrequencies(), new HyperLogLog(), null);
    }

    private NumberDistribution(DoubleFrequencies frequencies, HyperLogLog distinct, KllSketch quantiles) {
        this.frequencies = frequencies;
        this.distinct = distinct;
        this.quantiles = quantiles;
    }

    /** A finite number other than -0.0. */
    void add(double value) {
        if (!frequencies.increment(value)) {
            distinct.add(Hashing.of(value));
            insert(value);
        }
        if (quantiles != null) {
            quantiles.add(value);
        }
    }

    /** A whole number; those that no double holds stay distinct, though they are ordered as doubles. */
    void add(long value) {
        double nearest = (double) value;
        if (-FIRST_WIDE < value && value < FIRST_WIDE) {
            add(nearest);
            return;
        }
        // Several of these share one double, so a known double does not mean a known number.
        distinct.add((long) nearest == value ? Hashing.of(nearest) : Hashing.ofWide(value));
        if (!frequencies.increment(nearest)) {
            insert(nearest);
        }
        if (quantiles != null) {
            quantiles.add(nearest);
        }
    }

    private void insert(double value) {
        if (quantiles == null && frequencies.isFull()) {
            quantiles = sketched();
        }
        frequencies.insert(value);
    }

    private KllSketch sketched() {
        return KllSketch.of(frequencies.values(), frequencies.weights());
    }

    NumberDistribution copy() {
        return new NumberDistribution(frequencies.copy(), distinct.copy(), quantiles == null ? null : quantiles.copy());
    }

    private void merge(NumberDistribution other) {
        if (quantiles != null || other.quantiles != null || !frequencies.fitsWith(other.frequencies)) {
            if (quantiles == null) {
                quantiles = sketched();
            }
            quantiles.merge(other.quantiles == null ? other.sketched() : other.quantiles);
        }
        frequencies.merge(other.frequencies);
        distinct.merge(other.distinct);
    }

    /** Both together, as a new value. */
    NumberDistribution plus(NumberDistribution other) {
        NumberDistribution result = copy();
        result.merge(other);
        return result;
    }

    MetricValue distinct(long count) {
        return distinct.distinct(count);
    }

    Optional<SortedMap<Double, Long>> exactCounts() {
        return frequencies.exactCounts();
    }

    List<FrequentValue> top(int n) {
        return frequencies.top(n);
    }

    Ecdf ecdf() {
        return quantiles == null ? Ecdf.ofWeights(frequencies.values(), frequencies.weights(), 0) : quantiles.ecdf();
    }

    void writeTo(StateWriter out) {
        frequencies.writeTo(out);
        distinct.writeTo(out);
        out.flag(quantiles != null);
        if (quantiles != null) {
            quantiles.writeTo(out);
        }
    }

    static NumberDistribution read(StateReader in) {
        return new NumberDistribution(
                DoubleFrequencies.read(in), HyperLogLog.read(in), in.flag() ? KllSketch.read(in) : null);
    }
}
