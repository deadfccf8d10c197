package io.lakewarden.rules.check;

import java.util.List;
import java.util.Objects;

/**
 * Columns of another table.
 *
 * @param path absolute path or URI
 * @param format {@code delta} or {@code parquet}
 * @param columns their paths
 */
record OtherTable(String path, String format, List<String> columns) {
    OtherTable {
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(format, "format");
        columns = List.copyOf(columns);
    }
}
