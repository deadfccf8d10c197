package io.lakewarden.spark.profile;

import io.lakewarden.profile.ColumnKind;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.types.StructType;

/**
 * Says which rows are not independent of each other: those with the same values in all of these columns. They are dealt out
 * to blocks by a hash of the values, in every dataset alike. Rows without any of the values belong together as well.
 *
 * @param columns {@linkplain ColumnPath paths} of columns that can be read as text, possibly inside structs
 */
public record ClusterKey(List<String> columns) {
    /** How many blocks there are: enough to see how far they differ, few enough to count each column in all of them. */
    public static final int BLOCKS = 32;

    /**
     * Checks the columns.
     *
     * @throws IllegalArgumentException if there are none, or one is there twice
     */
    public ClusterKey {
        columns = List.copyOf(columns);
        if (columns.isEmpty() || new HashSet<>(columns).size() < columns.size()) {
            throw new IllegalArgumentException("a key has different columns, at least one, but got " + columns);
        }
    }

    /** Why rows of a schema cannot be dealt out by a column, as a sentence without its end; empty where they can. */
    public static Optional<String> obstacle(StructType schema, String column) {
        Optional<CellPath> cell = CellPath.find(schema, column);
        if (cell.isEmpty()) {
            return Optional.of("there is no column '" + column + "' outside arrays and maps");
        }
        return CellTypes.kindOf(cell.get().type(), true) == ColumnKind.CATEGORICAL
                ? Optional.empty()
                : Optional.of("column '" + column + "' is " + cell.get().type().catalogString()
                        + ", which does not say which rows belong together");
    }
}
