package io.lakewarden.profile;

import java.util.Optional;

/** Collects the cells of one column in one thread; {@link #build()} may be called at any time and again. */
public abstract sealed class ColumnBuilder
        permits NumericColumnBuilder,
                CategoricalColumnBuilder,
                BooleanColumnBuilder,
                TemporalColumnBuilder,
                CollectionColumnBuilder,
                OpaqueColumnBuilder {
    private final ColumnSpec spec;
    private long values;
    private long nulls;

    ColumnBuilder(ColumnSpec spec) {
        this.spec = spec;
    }

    static ColumnBuilder of(ColumnSpec spec, ProfileDetail detail, BlockWorkspace workspace) {
        return switch (spec.kind()) {
            case NUMERIC -> new NumericColumnBuilder(spec, detail, workspace);
            case CATEGORICAL -> new CategoricalColumnBuilder(spec, detail);
            case BOOLEAN -> new BooleanColumnBuilder(withoutBins(spec));
            case TEMPORAL -> new TemporalColumnBuilder(withoutBins(spec), detail, workspace);
            case COLLECTION -> new CollectionColumnBuilder(withoutBins(spec));
            case OPAQUE -> new OpaqueColumnBuilder(withoutBins(spec));
        };
    }

    private static ColumnSpec withoutBins(ColumnSpec spec) {
        if (spec.binning().isPresent()) {
            throw new IllegalArgumentException(
                    "column '" + spec.name() + "' (" + spec.kind() + ") is of a kind that is not counted in bins");
        }
        return spec;
    }

    /** The counters of the frozen bins, if there are any. */
    static Optional<BinCounts> bins(ColumnSpec spec, Class<? extends Binning> suitable) {
        spec.binning().filter(binning -> !suitable.isInstance(binning)).ifPresent(binning -> {
            throw new IllegalArgumentException(
                    "column '" + spec.name() + "' (" + spec.kind() + ") cannot be counted in the bins of a "
                            + binning.getClass().getSimpleName());
        });
        return spec.binning().map(BinCounts::empty);
    }

    /** Counts a cell without a value. */
    public final void addNull() {
        nulls++;
    }

    /**
     * Counts cells without a value.
     *
     * @throws IllegalArgumentException if the count is negative
     */
    public final void addNulls(long count) {
        nulls += requireCount(count);
    }

    final void addValue() {
        values++;
    }

    final void addValues(long count) {
        values += requireCount(count);
    }

    /** A number of repetitions, which is not negative. */
    static long requireCount(long count) {
        if (count < 0) {
            throw new IllegalArgumentException("a count is not negative, but got " + count);
        }
        return count;
    }

    final Cells cells() {
        return new Cells(spec.name(), spec.type(), values + nulls, nulls);
    }

    /** The profile of all cells so far. */
    public abstract ColumnProfile build();
}
