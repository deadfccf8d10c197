package io.lakewarden.profile;

import io.lakewarden.result.MetricValue;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Arrays and maps by the number of their elements; the elements are columns of their own. */
public final class CollectionProfile implements ColumnProfile {
    private final Cells cells;
    private final Sizes sizes;

    CollectionProfile(Cells cells, Sizes sizes) {
        this.cells = cells;
        this.sizes = sizes;
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

    @Override
    public String name() {
        return cells.name();
    }

    @Override
    public String type() {
        return cells.type();
    }

    @Override
    public ColumnKind kind() {
        return ColumnKind.COLLECTION;
    }

    @Override
    public long count() {
        return cells.count();
    }

    @Override
    public long nulls() {
        return cells.nulls();
    }

    /** Always empty: collections are not binned. */
    @Override
    public Optional<BinCounts> bins() {
        return Optional.empty();
    }

    /** The least number of elements. */
    public MetricValue minimumSize() {
        return present() == 0 ? MetricValue.unknown("there are no values") : MetricValue.exactly(sizes.minimum());
    }

    /** The mean number of elements. */
    public MetricValue meanSize() {
        return Cells.share(sizes.total(), present());
    }

    /** The greatest number of elements. */
    public MetricValue maximumSize() {
        return present() == 0 ? MetricValue.unknown("there are no values") : MetricValue.exactly(sizes.maximum());
    }

    /** Collections without elements. */
    public long empties() {
        return sizes.empties();
    }

    @Override
    public CollectionProfile merge(ColumnProfile other) {
        Cells merged = Cells.merge(this, other);
        return new CollectionProfile(merged, sizes.plus(((CollectionProfile) other).sizes));
    }

    @Override
    public Map<String, MetricValue> metrics() {
        Map<String, MetricValue> metrics = new LinkedHashMap<>();
        cells.describe(metrics);
        metrics.put("num_empty", MetricValue.exactly((double) empties()));
        metrics.put("min_size", minimumSize());
        metrics.put("avg_size", meanSize());
        metrics.put("max_size", maximumSize());
        return Collections.unmodifiableMap(metrics);
    }

    void writeTo(StateWriter out) {
        cells.writeTo(out);
        out.count(sizes.minimum());
        out.count(sizes.maximum());
        out.count(sizes.total());
        out.count(sizes.empties());
    }

    static CollectionProfile read(StateReader in) {
        return new CollectionProfile(Cells.read(in), new Sizes(in.integer(), in.integer(), in.count(), in.count()));
    }

    @Override
    public String toString() {
        return "CollectionProfile[" + name() + ", " + metrics() + "]";
    }
}
