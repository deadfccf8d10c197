package io.lakewarden.profile;

import io.lakewarden.result.MetricValue;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Values that nothing is known of but that they are there, such as binary. */
public final class OpaqueProfile implements ColumnProfile {
    private final Cells cells;

    OpaqueProfile(Cells cells) {
        this.cells = cells;
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
        return ColumnKind.OPAQUE;
    }

    @Override
    public long count() {
        return cells.count();
    }

    @Override
    public long nulls() {
        return cells.nulls();
    }

    /** Always empty. */
    @Override
    public Optional<BinCounts> bins() {
        return Optional.empty();
    }

    @Override
    public OpaqueProfile merge(ColumnProfile other) {
        return new OpaqueProfile(Cells.merge(this, other));
    }

    @Override
    public Map<String, MetricValue> metrics() {
        Map<String, MetricValue> metrics = new LinkedHashMap<>();
        cells.describe(metrics);
        return Collections.unmodifiableMap(metrics);
    }

    void writeTo(StateWriter out) {
        cells.writeTo(out);
    }

    static OpaqueProfile read(StateReader in) {
        return new OpaqueProfile(Cells.read(in));
    }

    @Override
    public String toString() {
        return "OpaqueProfile[" + name() + ", " + metrics() + "]";
    }
}
