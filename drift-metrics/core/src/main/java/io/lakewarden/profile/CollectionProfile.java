package io.lakewarden.profile;

import io.lakewarden.result.MetricValue;
import java.util.Map;

/** Arrays and maps by the number of their elements; the elements are columns of their own. */
public final class CollectionProfile extends ColumnProfile {
    private final Sizes sizes;
    private final SizeCounts counts;

    CollectionProfile(Cells cells, Sizes sizes, SizeCounts counts) {
        super(ColumnKind.COLLECTION, cells);
        this.sizes = sizes;
        this.counts = counts;
    }

    /**
     * Exact sums over sizes.
     *
     * @param minimum the least, {@code Integer.MAX_VALUE} without values
     * @param maximum the greatest, 0 without values
     * @param total of all sizes
     * @param empties how many are 0
     */
    record Sizes(int minimum, int maximum, long total, long empties) {
        static final Sizes NONE = new Sizes(Integer.MAX_VALUE, 0, 0, 0);

        Sizes plus(Sizes other) {
            return new Sizes(
                    Math.min(minimum, other.minimum),
                    Math.max(maximum, other.maximum),
                    total + other.total,
                    empties + other.empties);
        }
    }

    /** The least number of elements. */
    public MetricValue minimumSize() {
        return Cells.ofValues(present(), sizes.minimum());
    }

    /** The mean number of elements. */
    public MetricValue meanSize() {
        return Cells.share(sizes.total(), present());
    }

    /** The greatest number of elements. */
    public MetricValue maximumSize() {
        return Cells.ofValues(present(), sizes.maximum());
    }

    /** Collections without elements. */
    public long empties() {
        return sizes.empties();
    }

    /** How many collections there are of each size. */
    public SizeCounts sizes() {
        return counts;
    }

    @Override
    public CollectionProfile merge(ColumnProfile other) {
        Cells merged = Cells.merge(this, other);
        CollectionProfile that = (CollectionProfile) other;
        return new CollectionProfile(merged, sizes.plus(that.sizes), counts.plus(that.counts));
    }

    @Override
    void describe(Map<String, MetricValue> metrics) {
        metrics.put("num_empty", MetricValue.exactly((double) empties()));
        metrics.put("min_size", minimumSize());
        metrics.put("avg_size", meanSize());
        metrics.put("max_size", maximumSize());
    }

    @Override
    void writeState(StateWriter out) {
        out.count(sizes.minimum());
        out.count(sizes.maximum());
        out.count(sizes.total());
        out.count(sizes.empties());
        counts.writeTo(out);
    }

    static CollectionProfile read(StateReader in) {
        return new CollectionProfile(
                Cells.read(in), new Sizes(in.integer(), in.integer(), in.count(), in.count()), SizeCounts.read(in));
    }
}
