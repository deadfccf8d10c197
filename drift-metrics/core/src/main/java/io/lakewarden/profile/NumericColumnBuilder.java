package io.lakewarden.profile;

import java.util.Optional;

/** Collects numbers. */
public final class NumericColumnBuilder extends ColumnBuilder {
    private final Moments moments = new Moments();

    /** Null without frozen bins: an Optional would cost a call for each value. */
    private final BinCounts bins;

    /** Null where only counts are kept. */
    private final NumberDistribution distribution;

    private long nans;
    private long positiveInfinities;
    private long negativeInfinities;
    private long zeros;
    private long negatives;
    private long integers;

    NumericColumnBuilder(ColumnSpec spec, ProfileDetail detail) {
        super(spec);
        this.bins = bins(spec, NumericBinning.class).orElse(null);
        this.distribution = detail == ProfileDetail.FULL ? new NumberDistribution() : null;
    }

    /** Adds a number, NaN and infinities included. */
    public void add(double value) {
        addValue();
        if (!Double.isFinite(value)) {
            addSpecial(value);
            return;
        }
        double canonical = value + 0.0;
        count(canonical, canonical == Math.rint(canonical));
        if (distribution != null) {
            distribution.add(canonical);
        }
    }

    /** Adds a whole number; those beyond 2⁵³ are distinct from each other even where no double tells them apart. */
    public void add(long value) {
        addValue();
        count((double) value, true);
        if (distribution != null) {
            distribution.add(value);
        }
    }

    /** Adds the first numbers of an array. */
    public void addAll(double[] values, int count) {
        for (int i = 0; i < count; i++) {
            add(values[i]);
        }
    }

    /** Adds the first whole numbers of an array. */
    public void addAll(long[] values, int count) {
        for (int i = 0; i < count; i++) {
            add(values[i]);
        }
    }

    /**
     * Adds a number that occurs so many times; none is as if it were not added.
     *
     * @throws IllegalArgumentException if the count is negative
     */
    public void add(double value, long times) {
        for (long i = requireCount(times); i > 0; i--) {
            add(value);
        }
    }

    /**
     * Adds a whole number that occurs so many times; none is as if it were not added.
     *
     * @throws IllegalArgumentException if the count is negative
     */
    public void add(long value, long times) {
        for (long i = requireCount(times); i > 0; i--) {
            add(value);
        }
    }

    private void addSpecial(double value) {
        if (Double.isNaN(value)) {
            nans++;
        } else if (value > 0) {
            positiveInfinities++;
        } else {
            negativeInfinities++;
        }
    }

    private void count(double value, boolean integer) {
        if (value == 0) {
            zeros++;
        } else if (value < 0) {
            negatives++;
        }
        if (integer) {
            integers++;
        }
        moments.add(value);
        if (bins != null) {
            bins.add(value);
        }
    }

    @Override
    public NumericProfile build() {
        return new NumericProfile(
                cells(),
                new NumberCounts(nans, positiveInfinities, negativeInfinities, zeros, negatives, integers),
                moments.copy(),
                Optional.ofNullable(bins).map(BinCounts::copy),
                Optional.ofNullable(distribution).map(NumberDistribution::copy));
    }
}
