package io.lakewarden.jobs.config;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The table that is watched: {@code source}.
 *
 * @param format {@code format}: {@code csv}, {@code parquet} or {@code delta}
 * @param paths {@code source.path}: one path or a list; absolute paths or URIs here, whatever the file says (a relative path is
 *     meant from the monitor file's folder); several are read as one table
 * @param version {@code version}: the Delta version to read; the newest where absent
 * @param where {@code where}: a Spark SQL predicate; rows that do not satisfy it are not seen at all, neither in the
 *     reference nor in the current data
 * @param options {@code options}: how CSV files are written; the defaults for other formats
 * @param types {@code types}: Spark SQL types by column, in the order of the file; a CSV column without one is inferred
 */
public record SourceConfig(
        SourceFormat format,
        List<String> paths,
        OptionalLong version,
        Optional<String> where,
        CsvOptions options,
        Map<String, String> types) {
    public SourceConfig {
        Objects.requireNonNull(format, "format");
        paths = List.copyOf(paths);
        Objects.requireNonNull(version, "version");
        Objects.requireNonNull(where, "where");
        Objects.requireNonNull(options, "options");
        types = Ordered.copyOf(types);
    }
}
