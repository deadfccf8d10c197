package io.lakewarden.report;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * One side of the comparison.
 *
 * @param path where the data is
 * @param format {@code delta}, {@code parquet}, {@code csv}, …
 * @param snapshot the exact state that was read, such as {@code version 12}
 * @param rows rows that were read, not negative
 * @param description which rows of the source these are, for people
 * @param pinnedAt when a reference was frozen; absent for current data and for references that roll
 */
public record DatasetInput(
        String path,
        String format,
        Optional<String> snapshot,
        long rows,
        String description,
        Optional<Instant> pinnedAt) {
    public DatasetInput {
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(format, "format");
        Objects.requireNonNull(snapshot, "snapshot");
        Objects.requireNonNull(description, "description");
        Objects.requireNonNull(pinnedAt, "pinnedAt");
        if (rows < 0) {
            throw new IllegalArgumentException("a number of rows is not negative, but got " + rows);
        }
    }
}
