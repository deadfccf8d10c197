package io.lakewarden.jobs.init;

import io.lakewarden.jobs.config.SourceFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The data as they were looked at.
 *
 * @param format how they are stored
 * @param dialect how CSV files are written; {@link CsvDialect#NONE} for other formats
 * @param columns the columns, in the order of the data
 * @param rows how many rows were looked at
 * @param allRows how many there are, about; the same where all were looked at
 * @param whole whether all were looked at
 * @param badRows what is wrong with rows that cannot be read; empty where all can
 * @param description the data for people, such as {@code 3 files, 1.1 MB}
 */
record SampledTable(
        SourceFormat format,
        CsvDialect dialect,
        List<SampledColumn> columns,
        int rows,
        long allRows,
        boolean whole,
        Optional<String> badRows,
        String description) {
    SampledTable {
        Objects.requireNonNull(format, "format");
        Objects.requireNonNull(dialect, "dialect");
        columns = List.copyOf(columns);
        Objects.requireNonNull(badRows, "badRows");
        Objects.requireNonNull(description, "description");
    }
}
