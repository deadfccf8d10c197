package io.lakewarden.spark.profile;

import io.lakewarden.result.Slice;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.sql.types.StructType;

/**
 * Asks for a profile of each of some values of a column, and of the rest; or of the rows for which a predicate is true, and
 * of the rest, for which it is false or null.
 *
 * @param column {@linkplain ColumnPath path} of a column that can be read as text, possibly inside structs; of a predicate its name
 * @param values its values as {@linkplain DatasetColumns categorical} text; rows with any other value, or none, are the rest; of a predicate {@value #TRUE}
 * @param predicate in Spark SQL, on single rows: deterministic, and without subqueries
 */
public record SliceKey(String column, List<String> values, Optional<String> predicate) {
    /** The value of the rows for which a predicate is true. */
    public static final String TRUE = "true";

    /** How many values one key may list: every slice costs the memory of a profile. */
    public static final int MOST_VALUES = 1_000;

    /**
     * Checks the values.
     *
     * @throws IllegalArgumentException if a value is there twice, is {@link Slice#REST}, or there are too many
     */
    public SliceKey {
        Objects.requireNonNull(column, "column");
        Objects.requireNonNull(predicate, "predicate");
        values = List.copyOf(values);
        if (values.size() > MOST_VALUES) {
            throw new IllegalArgumentException("column '" + column + "' is sliced by " + values.size()
                    + " values, but at most " + MOST_VALUES + " are possible");
        }
        if (values.contains(Slice.REST) || new HashSet<>(values).size() < values.size()) {
            throw new IllegalArgumentException("the values that slice column '" + column
                    + "' are different and none is " + Slice.REST + ", which stands for all others, but got " + values);
        }
    }

    /** By the values of a column. */
    public SliceKey(String column, List<String> values) {
        this(column, values, Optional.empty());
    }

    /** By a predicate. */
    public static SliceKey where(String name, String predicate) {
        return new SliceKey(name, List.of(TRUE), Optional.of(predicate));
    }

    /** The slices of this key, in the order of the values; the rest is the last. */
    public List<Slice> slices() {
        return Stream.concat(values.stream().map(value -> new Slice(column, value)), Stream.of(Slice.rest(column)))
                .toList();
    }

    /** Why rows of a schema cannot be sliced by a column, as a sentence without its end; empty where they can. */
    public static Optional<String> obstacle(StructType schema, String column) {
        return SliceCell.obstacle(schema, column);
    }
}
