package io.lakewarden.profile;

import io.lakewarden.result.MetricValue;
import java.util.Map;
import java.util.Optional;

/**
 * The mergeable summary of one column: immutable, of a bounded size whatever the number of rows.
 *
 * <p>Merge law: the profile of A and B together equals {@code profile(A).merge(profile(B))}, exactly for counts,
 * extremes, bins and whatever is counted exactly, up to floating-point rounding for moments, and within the stated bound
 * for sketches. The profile of no cells is the identity.
 */
public sealed interface ColumnProfile
        permits NumericProfile, CategoricalProfile, BooleanProfile, TemporalProfile, CollectionProfile, OpaqueProfile {
    /** Path of the column. */
    String name();

    /** The type in the source. */
    String type();

    /** How the column is profiled. */
    ColumnKind kind();

    /** Cells, nulls included. */
    long count();

    /** Cells without a value. */
    long nulls();

    /** Cells with a value. */
    default long present() {
        return count() - nulls();
    }

    /** Counts in the frozen bins, where the column was told any. */
    Optional<BinCounts> bins();

    /**
     * The profile of both together. Where only one of them kept its sketches, the result keeps none.
     *
     * @throws IllegalArgumentException if name, kind or bins differ
     */
    ColumnProfile merge(ColumnProfile other);

    /**
     * Every number of this profile under its name, in a fixed order. Names are in snake case, those of Lakehouse
     * Monitoring's profile metrics where it has one; what is called a percentage there is a share of 1 here.
     */
    Map<String, MetricValue> metrics();

    /** What the column was when it was profiled. */
    default ColumnSpec spec() {
        return new ColumnSpec(name(), kind(), type(), bins().map(BinCounts::binning));
    }
}
