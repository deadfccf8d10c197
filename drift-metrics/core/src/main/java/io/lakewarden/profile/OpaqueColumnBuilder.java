package io.lakewarden.profile;

/** Counts values that nothing else is known of. */
public final class OpaqueColumnBuilder extends ColumnBuilder {
    OpaqueColumnBuilder(ColumnSpec spec) {
        super(spec);
    }

    /** Adds a value. */
    public void add() {
        addValue();
    }

    @Override
    public OpaqueProfile build() {
        return new OpaqueProfile(cells());
    }
}
