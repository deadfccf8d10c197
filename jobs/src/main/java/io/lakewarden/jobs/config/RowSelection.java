package io.lakewarden.jobs.config;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Rows chosen by where they are stored, by a predicate, or both: {@code path}, {@code format} and {@code where} of
 * {@code reference} and {@code current}. What is not said is as in {@code source}: its paths, its format, and always its
 * options, types and predicate.
 *
 * @param paths {@code path}: absolute paths or URIs; empty for the source's own
 * @param format {@code format}: absent for the source's own; present only with {@code path}
 * @param where {@code where}: a Spark SQL predicate; absent for all rows
 */
public record RowSelection(List<String> paths, Optional<SourceFormat> format, Optional<String> where) {
    /** Every row of the source. */
    public static final RowSelection ALL = new RowSelection(List.of(), Optional.empty(), Optional.empty());

    public RowSelection {
        paths = List.copyOf(paths);
        Objects.requireNonNull(format, "format");
        Objects.requireNonNull(where, "where");
    }
}
