package io.lakewarden.profile;

import io.lakewarden.result.MetricValue;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * The distribution of a column's finite numbers: exact counts of each value while they are few, then frequent values, a
 * quantile sketch and a distinct counter, which take the exact counts over at that moment.
 *
 * <p>Merge law: whether the counts are exact depends on the set of values alone; beyond, the laws of
 * {@link KllSketch}, {@link HyperLogLog} and {@link Frequencies}.
 */
final class NumberDistribution {
    private final DoubleFrequencies frequencies;

    /** Null while the frequencies know all distinct values. */
    private HyperLogLog distinct;

    /** Null while the frequencies are exact. */
    private KllSketch quantiles;

    NumberDistribution() {
        this(new DoubleFrequencies(), null, null);
    }

    private NumberDistribution(DoubleFrequencies frequencies, HyperLogLog distinct, KllSketch quantiles) {
        this.frequencies = frequencies;
        this.distinct = distinct;
        this.quantiles = quantiles;
    }

    /** Adds a block, which may be the last one and only partly full. */
    void addAll(NumberBlock block, BlockWorkspace workspace) {
        double[] values = block.values();
        int size = block.size();
        long[] hashes = workspace.hashes();
        for (int i = 0; i < size; i++) {
            hashes[i] = Hashing.of(values[i]);
        }
        if (block.hasWide()) {
            countDistinct();
        }
        int exact = 0;
        if (quantiles == null) {
            exact = frequencies.countWhileExact(values, hashes, size);
            if (exact < size) {
                becomeSketched();
            }
        }
        if (distinct != null) {
            distinct.addAll(distinctHashes(block, workspace), size);
        }
        if (exact == 0 && size == NumberBlock.FULL) {
            addFrequent(values, hashes, workspace.filter());
            quantiles.addBlock(values, workspace.sorter());
        } else if (exact < size) {
            for (int i = exact; i < size; i++) {
                frequencies.add(values[i], hashes[i], 1);
            }
            quantiles.addAll(values, exact, size, workspace.sorter());
        }
    }

    /** Whole numbers that no double holds stay distinct, though they are ordered as doubles. */
    private static long[] distinctHashes(NumberBlock block, BlockWorkspace workspace) {
        long[] hashes = workspace.hashes();
        if (!block.hasWide()) {
            return hashes;
        }
        long[] ofNumbers = workspace.distinctHashes();
        System.arraycopy(hashes, 0, ofNumbers, 0, block.size());
        block.hashWide(ofNumbers);
        return ofNumbers;
    }

    private void addFrequent(double[] values, long[] hashes, FrequencyFilter filter) {
        filter.sift(hashes, NumberBlock.FULL);
        int[] candidates = filter.candidates();
        for (int i = 0; i < filter.size(); i++) {
            frequencies.add(values[candidates[i]], hashes[candidates[i]], 1);
        }
        frequencies.leaveOut(filter.limit());
    }

    /** Adds a finite number other than -0.0 so many times. */
    void add(double value, long times) {
        long hash = Hashing.of(value);
        add(value, times, hash, hash);
    }

    /** Adds a whole number so many times. */
    void add(long value, long times) {
        double nearest = (double) value;
        long hash = Hashing.of(nearest);
        if ((long) nearest == value) {
            add(nearest, times, hash, hash);
        } else {
            countDistinct();
            add(nearest, times, hash, Hashing.ofWide(value));
        }
    }

    private void add(double value, long times, long hash, long distinctHash) {
        if (quantiles == null) {
            if (frequencies.addIfExact(value, hash, times)) {
                if (distinct != null) {
                    distinct.add(distinctHash);
                }
                return;
            }
            becomeSketched();
        }
        distinct.add(distinctHash);
        frequencies.add(value, hash, times);
        quantiles.add(value, times);
    }

    private void becomeSketched() {
        countDistinct();
        quantiles = sketched();
    }

    private void countDistinct() {
        if (distinct == null) {
            distinct = frequencies.distinct();
        }
    }

    private KllSketch sketched() {
        double[] values = frequencies.values();
        return KllSketch.of(values, frequencies.weightsOf(values));
    }

    NumberDistribution copy() {
        return new NumberDistribution(
                frequencies.copy(),
                distinct == null ? null : distinct.copy(),
                quantiles == null ? null : quantiles.copy());
    }

    private void merge(NumberDistribution other) {
        boolean sketched = quantiles != null || other.quantiles != null;
        if (sketched || !frequencies.fitsWith(other.frequencies)) {
            if (quantiles == null) {
                becomeSketched();
            }
            quantiles.merge(other.quantiles == null ? other.sketched() : other.quantiles);
        }
        if (distinct != null || other.distinct != null) {
            countDistinct();
            distinct.merge(other.distinct == null ? other.frequencies.distinct() : other.distinct);
        }
        frequencies.merge(other.frequencies);
    }

    /** Both together, as a new value. */
    NumberDistribution plus(NumberDistribution other) {
        NumberDistribution result = copy();
        result.merge(other);
        return result;
    }

    MetricValue distinct(long count) {
        return distinct == null ? MetricValue.exactly(frequencies.size()) : distinct.distinct(count);
    }

    Optional<SortedMap<Double, Long>> exactCounts() {
        return quantiles == null ? frequencies.exactCounts() : Optional.empty();
    }

    List<FrequentValue> top(int n) {
        return frequencies.top(n);
    }

    Ecdf ecdf() {
        if (quantiles != null) {
            return quantiles.ecdf();
        }
        double[] values = frequencies.values();
        return Ecdf.ofWeights(values, frequencies.weightsOf(values), 0);
    }

    void writeTo(StateWriter out) {
        frequencies.writeTo(out);
        out.optional(Optional.ofNullable(distinct), HyperLogLog::writeTo);
        out.optional(Optional.ofNullable(quantiles), KllSketch::writeTo);
    }

    static NumberDistribution read(StateReader in) {
        DoubleFrequencies frequencies = DoubleFrequencies.read(in);
        Optional<HyperLogLog> distinct = in.optional(HyperLogLog::read);
        Optional<KllSketch> quantiles = in.optional(KllSketch::read);
        in.require(quantiles.isEmpty() || distinct.isPresent(), "a sketch without its distinct counter");
        return new NumberDistribution(frequencies, distinct.orElse(null), quantiles.orElse(null));
    }
}
