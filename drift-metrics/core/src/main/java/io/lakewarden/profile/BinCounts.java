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
    private final double[] sums;
    private final double[] remainders;

    private BinCounts(Binning binning, long[] counts, double[] sums, double[] remainders) {
        this.binning = binning;
        this.counts = counts;
        this.sums = sums;
        this.remainders = remainders;
    }

    /** No values yet. */
    static BinCounts empty(Binning binning) {
        int summed = binning instanceof NumericBinning ? binning.size() : 0;
        return new BinCounts(binning, new long[binning.size()], new double[summed], new double[summed]);
    }

    static BinCounts read(StateReader in) {
        Binning binning = in.binning();
        BinCounts result = empty(binning);
        for (int i = 0; i < result.counts.length; i++) {
            result.counts[i] = in.count();
        }
        for (int i = 0; i < result.sums.length; i++) {
            result.sums[i] = in.real();
            result.remainders[i] = in.real();
        }
        return result;
    }

    void writeTo(StateWriter out) {
        out.binning(binning);
        for (long count : counts) {
            out.count(count);
        }
        for (int i = 0; i < sums.length; i++) {
            out.real(sums[i]);
            out.real(remainders[i]);
        }
    }

    /** Only while building: counts a finite number. */
    void add(double value) {
        int bin = ((NumericBinning) binning).indexOf(value);
        counts[bin]++;
        addToSum(bin, value);
    }

    /** Only while building: counts a text. */
    void add(String value) {
        counts[((CategoricalBinning) binning).indexOf(value)]++;
    }

    private void addToSum(int bin, double value) {
        double sum = sums[bin];
        double total = sum + value;
        double shadow = total - sum;
        remainders[bin] += (sum - (total - shadow)) + (value - shadow);
        sums[bin] = total;
    }

    BinCounts copy() {
        return new BinCounts(binning, counts.clone(), sums.clone(), remainders.clone());
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
     * The sum of the values in the bin; not finite if it overflows a double.
     *
     * @throws IllegalStateException if the bins are not over numbers
     */
    public double sum(int bin) {
        if (!(binning instanceof NumericBinning)) {
            throw new IllegalStateException("only bins over numbers have sums");
        }
        double corrected = sums[bin] + remainders[bin];
        return Double.isNaN(corrected) ? sums[bin] : corrected;
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
            result.addToSum(i, other.sums[i]);
            result.remainders[i] += other.remainders[i];
        }
        return result;
    }

    @Override
    public String toString() {
        return "BinCounts" + Arrays.toString(counts) + " over " + binning;
    }
}
