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

    /**
     * Adds so many values.
     *
     * @throws IllegalArgumentException if the count is negative
     */
    public void add(long times) {
        addValues(times);
    }

    @Override
    public OpaqueProfile build() {
        return new OpaqueProfile(cells());
    }
}
