package io.lakewarden.profile;

import io.lakewarden.result.MetricValue;
import java.util.Map;

/** Truth values. */
public final class BooleanProfile extends ColumnProfile {
    private final long trues;

    BooleanProfile(Cells cells, long trues) {
        super(ColumnKind.BOOLEAN, cells);
        this.trues = trues;
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
    void describe(Map<String, MetricValue> metrics) {
        metrics.put("num_true", MetricValue.exactly((double) trues));
        metrics.put("num_false", MetricValue.exactly((double) falses()));
        metrics.put("true_share", trueShare());
    }

    @Override
    void writeState(StateWriter out) {
        out.count(trues);
    }

    static BooleanProfile read(StateReader in) {
        BooleanProfile result = new BooleanProfile(Cells.read(in), in.count());
        in.require(result.falses() >= 0, "more true cells than cells");
        return result;
    }
}
