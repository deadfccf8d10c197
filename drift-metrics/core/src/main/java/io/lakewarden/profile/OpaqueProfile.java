package io.lakewarden.profile;

import io.lakewarden.result.MetricValue;
import java.util.Map;

/** Values that nothing is known of but that they are there, such as binary. */
public final class OpaqueProfile extends ColumnProfile {
    OpaqueProfile(Cells cells) {
        super(ColumnKind.OPAQUE, cells);
    }

    @Override
    public OpaqueProfile merge(ColumnProfile other) {
        return new OpaqueProfile(Cells.merge(this, other));
    }

    @Override
    void describe(Map<String, MetricValue> metrics) {}

    @Override
    void writeState(StateWriter out) {}

    static OpaqueProfile read(StateReader in) {
        return new OpaqueProfile(Cells.read(in));
    }
}
