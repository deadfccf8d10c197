package io.lakewarden.profile;

import io.lakewarden.result.MetricValue;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Truth values. */
public final class BooleanProfile implements ColumnProfile {
    private final Cells cells;
    private final long trues;

    BooleanProfile(Cells cells, long trues) {
        this.cells = cells;
        this.trues = trues;
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
        return ColumnKind.BOOLEAN;
    }

    @Override
    public long count() {
        return cells.count();
    }

    @Override
    public long nulls() {
        return cells.nulls();
    }

    /** Always empty: the two values are bins enough. */
    @Override
    public Optional<BinCounts> bins() {
        return Optional.empty();
    }

    /** Cells that are true. */
    public long trues() {
        return trues;
    }

    /** Cells that are false. */
    public long falses() {
        return present() - trues;
    }

    /** The share of true among the cells with a value. */
    public MetricValue trueShare() {
        return Cells.share(trues, present());
    }

    @Override
    public BooleanProfile merge(ColumnProfile other) {
        Cells merged = Cells.merge(this, other);
        return new BooleanProfile(merged, trues + ((BooleanProfile) other).trues);
    }

    @Override
    public Map<String, MetricValue> metrics() {
        Map<String, MetricValue> metrics = new LinkedHashMap<>();
        cells.describe(metrics);
        metrics.put("num_true", MetricValue.exactly((double) trues));
        metrics.put("num_false", MetricValue.exactly((double) falses()));
        metrics.put("true_share", trueShare());
        return Collections.unmodifiableMap(metrics);
    }

    void writeTo(StateWriter out) {
        cells.writeTo(out);
        out.count(trues);
    }

    static BooleanProfile read(StateReader in) {
        BooleanProfile result = new BooleanProfile(Cells.read(in), in.count());
        in.require(result.falses() >= 0, "more true cells than cells");
        return result;
    }

    @Override
    public String toString() {
        return "BooleanProfile[" + name() + ", " + metrics() + "]";
    }
}
