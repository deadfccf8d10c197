package io.lakewarden.report;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The window held against another source's rows of the same window. What it amounts to is also in the findings.
 *
 * @param other the other source
 * @param key the columns that its rows were joined by; empty where only distributions were compared
 * @param rows how the rows found each other; absent without a key
 * @param columns every column that was compared, in the order of the other source
 */
public record ReportSkew(
        DatasetInput other, List<String> key, Optional<ReportSkewRows> rows, List<ReportSkewColumn> columns) {
    public ReportSkew {
        Objects.requireNonNull(other, "other");
        key = List.copyOf(key);
        Objects.requireNonNull(rows, "rows");
        columns = List.copyOf(columns);
    }
}
