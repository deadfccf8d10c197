package io.lakewarden.profile;

/** Collects truth values. */
public final class BooleanColumnBuilder extends ColumnBuilder {
    private long trues;

    BooleanColumnBuilder(ColumnSpec spec) {
        super(spec);
    }

    /** Adds a truth value. */
    public void add(boolean value) {
        add(value, 1);
    }

    /**
     * Adds a truth value that occurs so many times.
     *
     * @throws IllegalArgumentException if the count is negative
     */
    public void add(boolean value, long times) {
        addValues(times);
        if (value) {
            trues += times;
        }
    }

    @Override
    public BooleanProfile build() {
        return new BooleanProfile(cells(), trues);
    }
}
