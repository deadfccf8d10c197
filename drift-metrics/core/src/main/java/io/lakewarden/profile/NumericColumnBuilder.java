package io.lakewarden.profile;

/**
 * Collects numbers. Single values and arrays of them wait in a block, so that the profile depends on their sequence
 * alone; weights are taken in at once.
 */
public final class NumericColumnBuilder extends ColumnBuilder {
    private final BlockWorkspace workspace;
    private final NumberBlock block;
    private final NumberSummary summary;
    private long nans;
    private long positiveInfinities;
    private long negativeInfinities;

    NumericColumnBuilder(ColumnSpec spec, ProfileDetail detail, BlockWorkspace workspace) {
        super(spec);
        this.workspace = workspace;
        this.block = NumberBlock.of(detail);
        this.summary = new NumberSummary(bins(spec, NumericBinning.class), detail);
    }

    /** Adds a number, NaN and infinities included. */
    public void add(double value) {
        addValue();
        if (Double.isFinite(value)) {
            block.add(value);
            flushIfFull();
        } else {
            addSpecial(value, 1);
        }
    }

    /** Adds a whole number; those beyond 2⁵³ are distinct from each other even where no double tells them apart. */
    public void add(long value) {
        addValue();
        block.add(value);
        flushIfFull();
    }

    /** Adds the first numbers of an array. */
    public void addAll(double[] values, int count) {
        addValues(count);
        for (int from = 0; from < count; ) {
            int held = block.size();
            int to = block.fill(values, from, count);
            if (block.size() - held < to - from) {
                addSpecials(values, from, to);
            }
            from = to;
            flushIfFull();
        }
    }

    /** Adds the first whole numbers of an array. */
    public void addAll(long[] values, int count) {
        addValues(count);
        for (int from = 0; from < count; ) {
            from = block.fill(values, from, count);
            flushIfFull();
        }
    }

    /**
     * Adds a number that occurs so many times; none is as if it were not added.
     *
     * @throws IllegalArgumentException if the count is negative
     */
    public void add(double value, long times) {
        addValues(times);
        if (!Double.isFinite(value)) {
            addSpecial(value, times);
        } else if (times > 0) {
            summary.add(value + 0.0, times);
        }
    }

    /**
     * Adds a whole number that occurs so many times; none is as if it were not added.
     *
     * @throws IllegalArgumentException if the count is negative
     */
    public void add(long value, long times) {
        addValues(times);
        if (times > 0) {
            summary.add(value, times);
        }
    }

    private void flushIfFull() {
        if (block.isFull()) {
            summary.addAll(block, workspace);
            block.clear();
        }
    }

    private void addSpecials(double[] values, int from, int to) {
        for (int i = from; i < to; i++) {
            if (!Double.isFinite(values[i])) {
                addSpecial(values[i], 1);
            }
        }
    }

    private void addSpecial(double value, long times) {
        if (Double.isNaN(value)) {
            nans += times;
        } else if (value > 0) {
            positiveInfinities += times;
        } else {
            negativeInfinities += times;
        }
    }

    @Override
    public NumericProfile build() {
        NumberSummary all = summary.copy();
        all.addAll(block, workspace);
        return new NumericProfile(
                cells(),
                all.tally().with(nans, positiveInfinities, negativeInfinities),
                all.moments(),
                all.bins(),
                all.distribution());
    }
}
