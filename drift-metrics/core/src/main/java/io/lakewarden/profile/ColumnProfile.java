package io.lakewarden.profile;

import io.lakewarden.result.MetricValue;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The mergeable summary of one column: immutable, of a bounded size whatever the number of rows.
 *
 * <p>Merge law: the profile of A and B together equals {@code profile(A).merge(profile(B))}, exactly for counts,
 * extremes, bins and whatever is counted exactly, up to floating-point rounding for moments, and within the stated bound
 * for sketches. The profile of no cells is the identity.
 */
public abstract sealed class ColumnProfile
        permits NumericProfile, CategoricalProfile, BooleanProfile, TemporalProfile, CollectionProfile, OpaqueProfile {
    private final ColumnKind kind;
    private final Cells cells;
    private final Optional<BinCounts> bins;

    ColumnProfile(ColumnKind kind, Cells cells, Optional<BinCounts> bins) {
        this.kind = kind;
        this.cells = cells;
        this.bins = bins;
    }

    /** A profile of a kind that is not counted in bins. */
    ColumnProfile(ColumnKind kind, Cells cells) {
        this(kind, cells, Optional.empty());
    }

    /** Path of the column. */
    public final String name() {
        return cells.name();
    }

    /** The type in the source. */
    public final String type() {
        return cells.type();
    }

    /** How the column is profiled. */
    public final ColumnKind kind() {
        return kind;
    }

    /** Cells, nulls included. */
    public final long count() {
        return cells.count();
    }

    /** Cells without a value. */
    public final long nulls() {
        return cells.nulls();
    }

    /** Cells with a value. */
    public final long present() {
        return count() - nulls();
    }

    /** Counts in the frozen bins, where the column was told any; only numbers and texts can be. */
    public final Optional<BinCounts> bins() {
        return bins;
    }

    /**
     * The profile of both together. Where only one of them kept its sketches, the result keeps none.
     *
     * @throws IllegalArgumentException if name, kind or bins differ
     */
    public abstract ColumnProfile merge(ColumnProfile other);

    /** Both together, where one without cells adds nothing: the other's sketches stay as they are. */
    static <P extends ColumnProfile> P unlessEmpty(P left, P right, UnaryOperator<P> leftMergedWith) {
        if (right.count() == 0) {
            return left;
        }
        return left.count() == 0 ? right : leftMergedWith.apply(right);
    }

    /** The bins of both together, which are known to be the same. */
    final Optional<BinCounts> binsWith(ColumnProfile other) {
        return bins.map(mine -> mine.merge(other.bins.orElseThrow()));
    }

    /**
     * Every number of this profile under its name, in a fixed order. Names are in snake case, those of Lakehouse
     * Monitoring's profile metrics where it has one; what is called a percentage there is a share of 1 here.
     */
    public final Map<String, MetricValue> metrics() {
        Map<String, MetricValue> metrics = new LinkedHashMap<>();
        cells.describe(metrics);
        describe(metrics);
        return Collections.unmodifiableMap(metrics);
    }

    /** Adds what is known of this kind of column only. */
    abstract void describe(Map<String, MetricValue> metrics);

    /** What the column was when it was profiled. */
    public final ColumnSpec spec() {
        return new ColumnSpec(name(), kind, type(), bins.map(BinCounts::binning));
    }

    final void writeTo(StateWriter out) {
        cells.writeTo(out);
        writeState(out);
    }

    /** Writes what follows the cells: all else that this kind of column knows. */
    abstract void writeState(StateWriter out);

    @Override
    public final String toString() {
        return getClass().getSimpleName() + "[" + name() + ", " + metrics() + "]";
    }
}
