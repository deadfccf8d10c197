package io.lakewarden.jobs.source;

import static org.apache.spark.sql.functions.udf;

import io.lakewarden.jobs.config.TimeConfig;
import io.lakewarden.jobs.config.UserException;
import io.lakewarden.profile.ColumnSpec;
import io.lakewarden.spark.profile.ColumnPath;
import io.lakewarden.spark.profile.DatasetColumns;
import io.lakewarden.spark.profile.ResolvedColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.expressions.Attribute;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.DateType;
import org.apache.spark.sql.types.StringType;
import org.apache.spark.sql.types.TimestampNTZType;
import org.apache.spark.sql.types.TimestampType;

/** Checks the configured time column and, where it is text, reads it: the column of that name is a timestamp then. */
final class TimeColumn {
    /** How many rows tell whether a pattern fits at all; single texts that do not fit are counted by the profile. */
    private static final int SAMPLE = 1_000;

    private TimeColumn() {}

    static Dataset<Row> prepare(Dataset<Row> data, TimeConfig time) {
        ResolvedColumn column = find(data, time.column());
        if (column.type() instanceof StringType) {
            String pattern = time.pattern()
                    .orElseThrow(() -> new UserException("time.column: '" + time.column()
                            + "' is text; say how it is written in time.pattern, as in \"M/d/yyyy H:mm\""));
            requireFit(data, time.column(), column.column(), reader(pattern), pattern);
        }
        return read(data, time);
    }

    /** The same without a look at the texts: for some rows of data that was prepared as a whole. */
    static Dataset<Row> read(Dataset<Row> data, TimeConfig time) {
        ResolvedColumn column = find(data, time.column());
        if (column.type() instanceof StringType && time.pattern().isPresent()) {
            return parse(
                    data, time.column(), column.column(), reader(time.pattern().get()));
        }
        if (!isTime(column.type())) {
            throw new UserException("time.column: '" + time.column() + "' is "
                    + column.type().simpleString() + ", but a date, timestamp or text with time.pattern is needed");
        }
        if (time.pattern().isPresent()) {
            throw new UserException("time.pattern: '" + time.column() + "' is a "
                    + column.type().simpleString() + " already; leave the pattern out");
        }
        return data;
    }

    private static ResolvedColumn find(Dataset<Row> data, String path) {
        try {
            return ResolvedColumn.find(data, path)
                    .orElseThrow(() -> new UserException(
                            "time.column: there is no column '" + path + "'" + ColumnHint.of(path, paths(data))));
        } catch (IllegalArgumentException e) {
            throw new UserException("time.column: " + e.getMessage(), e);
        }
    }

    private static List<String> paths(Dataset<Row> data) {
        return DatasetColumns.of(data.schema(), Set.of(), Set.of()).stream()
                .map(ColumnSpec::name)
                .toList();
    }

    private static boolean isTime(DataType type) {
        return type instanceof DateType || type instanceof TimestampType || type instanceof TimestampNTZType;
    }

    private static TimeText reader(String pattern) {
        try {
            return new TimeText(pattern);
        } catch (IllegalArgumentException e) {
            throw new UserException(
                    "time.pattern: '" + pattern + "' is no date pattern: " + e.getMessage()
                            + "; expected letters as in \"yyyy-MM-dd HH:mm:ss\"",
                    e);
        }
    }

    private static Dataset<Row> parse(Dataset<Row> data, String path, Column text, TimeText reader) {
        Column parsed = udf(reader, DataTypes.TimestampType).apply(text);
        List<String> names = ColumnPath.names(path);
        List<Column> columns = new ArrayList<>();
        for (Attribute attribute : Attributes.of(data)) {
            Column column = new Column(attribute);
            columns.add(attribute.name().equals(names.get(0)) ? NestedColumn.replaced(column, names, parsed) : column);
        }
        return data.select(columns.toArray(Column[]::new));
    }

    private static void requireFit(Dataset<Row> data, String path, Column text, TimeText reader, String pattern) {
        List<String> sample =
                data.select(text.as("time")).where("time IS NOT NULL").limit(SAMPLE).collectAsList().stream()
                        .map(row -> row.getString(0))
                        .toList();
        if (!sample.isEmpty() && sample.stream().allMatch(it -> reader.call(it) == null)) {
            throw new UserException("time.pattern: '" + pattern + "' fits none of the first " + sample.size()
                    + " texts in '" + path + "', such as '" + sample.get(0) + "'");
        }
    }
}
