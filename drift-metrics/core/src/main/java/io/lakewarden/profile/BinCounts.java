package io.lakewarden.profile;

import java.util.Arrays;

/**
 * Exact counts of a column's values in frozen bins and, for numbers, the sum of the values in each. Nulls, NaN and
 * infinities are in no bin.
 *
 * <p>Merge law: counts add up exactly; sums add up with compensated arithmetic, exactly for whole numbers of ordinary
 * size.
 */
public final class BinCounts {
    private final Binning binning;
    private final long[] counts;

    /** One for each bin over numbers, none for other bins. */
    private final Summation[] sums;

    /** Made for the first block; none in a finished profile. */
    private BinSums block;

    private BinCounts(Binning binning, long[] counts, Summation[] sums) {
        this.binning = binning;
        this.counts = counts;
        this.sums = sums;
    }

    /** No values yet. */
    static BinCounts empty(Binning binning) {
        Summation[] sums = new Summation[binning instanceof NumericBinning ? binning.size() : 0];
        Arrays.setAll(sums, bin -> new Summation());
        return new BinCounts(binning, new long[binning.size()], sums);
    }

    static BinCounts read(StateReader in) {
        BinCounts result = empty(in.binning());
        Arrays.setAll(result.counts, bin -> in.count());
        Arrays.setAll(result.sums, bin -> Summation.read(in));
        return result;
    }

    void writeTo(StateWriter out) {
        out.binning(binning);
        for (long count : counts) {
            out.count(count);
        }
        for (Summation sum : sums) {
            sum.writeTo(out);
        }
    }

    /** Only while building: counts a finite number so many times. */
    void add(double value, long times) {
        int bin = ((NumericBinning) binning).indexOf(value);
        counts[bin] += times;
        sums[bin].add(value, times);
    }

    /**
     * Only while building: counts the finite numbers of a block.
     *
     * @param largest their largest magnitude
     */
    void addAll(double[] values, int size, double largest, BlockWorkspace workspace) {
        NumericBinning numeric = (NumericBinning) binning;
        if (largest >= Summation.HUGE) {
            for (int i = 0; i < size; i++) {
                int bin = numeric.indexOf(values[i]);
                counts[bin]++;
                sums[bin].add(values[i]);
            }
            return;
        }
        int[] bins = workspace.bins();
        numeric.locate(values, size, bins);
        if (block == null) {
            block = new BinSums(counts.length);
        }
        block.addAll(values, bins, size, largest);
        for (int bin = 0; bin < counts.length; bin++) {
            counts[bin] += block.count(bin);
            sums[bin].add(block.high(bin), block.rest(bin));
        }
    }

    /** Only while building: counts a text so many times. */
    void add(byte[] utf8, int from, int length, long times) {
        counts[((CategoricalBinning) binning).indexOf(utf8, from, length)] += times;
    }

    BinCounts copy() {
        Summation[] copied = new Summation[sums.length];
        Arrays.setAll(copied, bin -> sums[bin].copy());
        return new BinCounts(binning, counts.clone(), copied);
    }

    /** The frozen bins. */
    public Binning binning() {
        return binning;
    }

    /** How many values fell into the bin. */
    public long count(int bin) {
        return counts[bin];
    }

    /**
     * The sum of the values in the bin; infinite if it overflows a double.
     *
     * @throws IllegalStateException if the bins are not over numbers
     */
    public double sum(int bin) {
        if (!(binning instanceof NumericBinning)) {
            throw new IllegalStateException("only bins over numbers have sums");
        }
        return sums[bin].value();
    }

    /** How many values fell into any bin. */
    public long total() {
        return Arrays.stream(counts).sum();
    }

    /**
     * The counts of both together.
     *
     * @throws IllegalArgumentException if the bins are not the same
     */
    public BinCounts merge(BinCounts other) {
        if (!binning.equals(other.binning)) {
            throw new IllegalArgumentException("counts in the bins " + binning.id()
                    + " cannot be merged with counts in the bins " + other.binning.id());
        }
        BinCounts result = copy();
        for (int i = 0; i < counts.length; i++) {
            result.counts[i] += other.counts[i];
        }
        for (int i = 0; i < sums.length; i++) {
            result.sums[i].merge(other.sums[i]);
        }
        return result;
    }

    @Override
    public String toString() {
        return "BinCounts" + Arrays.toString(counts) + " over " + binning;
    }
}
