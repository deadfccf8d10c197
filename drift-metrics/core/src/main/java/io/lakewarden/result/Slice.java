package io.lakewarden.result;

import java.util.Comparator;
import java.util.Objects;

/**
 * A subset of a dataset: the rows where {@code key = value}. The whole dataset is the slice {@link #ALL}. Slices are
 * ordered by key, then by value; the whole dataset is the first, and the rest of a key its last.
 *
 * @param key column name or the name of a predicate; empty for the whole dataset
 * @param value the value that the rows share, or {@link #REST}; empty for the whole dataset
 */
public record Slice(String key, String value) implements Comparable<Slice> {
    /** Every row. */
    public static final Slice ALL = new Slice("", "");

    /** The value that stands for all rows whose value has no slice of its own, or that have none. */
    public static final String REST = "(rest)";

    private static final Comparator<Slice> BY_KEY_THEN_VALUE =
            Comparator.comparing(Slice::key).thenComparing(Slice::isRest).thenComparing(Slice::value);

    public Slice {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(value, "value");
    }

    /** The rows of a key that are in none of its other slices. */
    public static Slice rest(String key) {
        return new Slice(key, REST);
    }

    /** Whether these are the rows that are in no other slice of the key. */
    public boolean isRest() {
        return value.equals(REST);
    }

    @Override
    public int compareTo(Slice other) {
        return BY_KEY_THEN_VALUE.compare(this, other);
    }

    @Override
    public String toString() {
        return this.equals(ALL) ? "all rows" : key + " = " + value;
    }
}
