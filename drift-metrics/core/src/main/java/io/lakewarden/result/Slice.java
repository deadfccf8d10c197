package io.lakewarden.result;

import java.util.Objects;

/**
 * A subset of a dataset: the rows where {@code key = value}. The whole dataset is the slice {@link #ALL}.
 *
 * @param key column name or the name of a predicate; empty for the whole dataset
 * @param value the value that the rows share; empty for the whole dataset
 */
public record Slice(String key, String value) {
    /** Every row. */
    public static final Slice ALL = new Slice("", "");

    public Slice {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(value, "value");
    }

    @Override
    public String toString() {
        return this.equals(ALL) ? "all rows" : key + " = " + value;
    }
}
