package io.lakewarden.jobs.config;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Rows chosen by where they are stored, by a predicate, or both: the keys of {@code reference} and {@code current}. What
 * is not said is as in {@code source}: its paths, its format, its table, and always its connection, options, types and
 * predicate.
 *
 * @param paths absolute paths or URIs; empty for the source's own
 * @param format how they are stored; absent for the source's own, present only with paths
 * @param rows another table or query of the source's database; absent for the source's own
 * @param where a Spark SQL predicate; absent for all rows
 */
public record RowSelection(
        List<String> paths, Optional<SourceFormat> format, Optional<JdbcRows> rows, Optional<String> where) {
    /** Every row of the source. */
    public static final RowSelection ALL =
            new RowSelection(List.of(), Optional.empty(), Optional.empty(), Optional.empty());

    public RowSelection {
        paths = List.copyOf(paths);
        Objects.requireNonNull(format, "format");
        Objects.requireNonNull(rows, "rows");
        Objects.requireNonNull(where, "where");
    }
}
