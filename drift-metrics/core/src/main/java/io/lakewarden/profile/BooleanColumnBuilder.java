package io.lakewarden.profile;

/** Collects truth values. */
public final class BooleanColumnBuilder extends ColumnBuilder {
    private long trues;

    BooleanColumnBuilder(ColumnSpec spec) {
        super(spec);
    }

    /** Adds a truth value. */
    public void add(boolean value) {
        addValue();
        if (value) {
            trues++;
        }
    }

    @Override
    public BooleanProfile build() {
        return new BooleanProfile(cells(), trues);
    }
}
