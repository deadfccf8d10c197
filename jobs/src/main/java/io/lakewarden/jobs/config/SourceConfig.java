package io.lakewarden.jobs.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The table that is watched: {@code source}.
 *
 * @param format {@code format}: {@code csv}, {@code json}, {@code parquet}, {@code delta} or {@code jdbc}
 * @param paths {@code source.path}: one path or a list, none of a database; absolute paths or URIs here, whatever the file says (a relative path is
 *     meant from the monitor file's folder); several are read as one table
 * @param version {@code version}: the Delta version to read; the newest where absent
 * @param where {@code where}: a Spark SQL predicate; rows that do not satisfy it are not seen at all, neither in the
 *     reference nor in the current data
 * @param options {@code options}: how CSV files are written, and what happens to bad rows of CSV and JSON files; the
 *     defaults for other formats
 * @param types {@code types}: Spark SQL types by column, in the order of the file; a column of CSV or JSON files without
 *     one is inferred
 * @param nullValues {@code source.null_values}: by path of a column, the values that mean "no value" in it
 * @param jdbc the database and what is read from it, where the format is {@code jdbc}
 */
public record SourceConfig(
        SourceFormat format,
        List<String> paths,
        OptionalLong version,
        Optional<String> where,
        CsvOptions options,
        Map<String, String> types,
        Map<String, List<String>> nullValues,
        Optional<JdbcConfig> jdbc) {
    public SourceConfig {
        Objects.requireNonNull(format, "format");
        paths = List.copyOf(paths);
        Objects.requireNonNull(version, "version");
        Objects.requireNonNull(where, "where");
        Objects.requireNonNull(options, "options");
        types = Ordered.copyOf(types);
        Map<String, List<String>> copies = new LinkedHashMap<>();
        nullValues.forEach((column, values) -> copies.put(column, List.copyOf(values)));
        nullValues = Ordered.copyOf(copies);
        Objects.requireNonNull(jdbc, "jdbc");
    }
}
