package io.lakewarden.jobs.source;

import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.lit;
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
import org.apache.spark.sql.types.ByteType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.DateType;
import org.apache.spark.sql.types.IntegerType;
import org.apache.spark.sql.types.LongType;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.ShortType;
import org.apache.spark.sql.types.StringType;
import org.apache.spark.sql.types.TimestampNTZType;
import org.apache.spark.sql.types.TimestampType;

/** Checks the configured time column and, where a pattern says how it is written, reads it: the column of that name is a timestamp then. */
final class TimeColumn {
    /** How many rows tell whether a pattern fits at all; single texts that do not fit are counted by the profile. */
    private static final int SAMPLE = 1_000;

    /** The first second of the year 10000: what is later was not counted in seconds. */
    private static final long AFTER_ALL = 253_402_300_800L;

    private final Dataset<Row> data;
    private final TimeConfig time;
    private final ResolvedColumn column;

    private TimeColumn(Dataset<Row> data, TimeConfig time) {
        this.data = data;
        this.time = time;
        this.column = find(data, time.column(), "time.column");
    }

    static Dataset<Row> prepare(Dataset<Row> data, TimeConfig time) {
        TimeColumn column = new TimeColumn(data, time);
        Dataset<Row> read = column.read();
        time.pattern().ifPresent(column::requireFit);
        return read;
    }

    /** The same without a look at the values: for some rows of data that was prepared as a whole. */
    static Dataset<Row> read(Dataset<Row> data, TimeConfig time) {
        return new TimeColumn(data, time).read();
    }

    private Dataset<Row> read() {
        if (time.pattern().isPresent()) {
            return replacedBy(parsed(time.pattern().get()));
        }
        if (column.type() instanceof StringType) {
            throw new UserException("time.column: '" + time.column()
                    + "' is text; say how it is written in time.pattern, as in \"M/d/yyyy H:mm\"");
        }
        requireTime(isTime(column.type()));
        return data;
    }

    private void requireTime(boolean fits) {
        if (!fits) {
            throw new UserException("time.column: '" + time.column() + "' is "
                    + column.type().simpleString() + ", but a date, timestamp or text with time.pattern is needed"
                    + (column.type() instanceof NumericType
                            ? "; numbers of seconds or milliseconds since 1970 have the pattern epoch_seconds or"
                                    + " epoch_millis"
                            : ""));
        }
    }

    private static ResolvedColumn find(Dataset<Row> data, String path, String key) {
        try {
            return ResolvedColumn.find(data, path)
                    .orElseThrow(() -> new UserException(
                            key + ": there is no column '" + path + "'" + ColumnHint.of(path, paths(data))));
        } catch (IllegalArgumentException e) {
            throw new UserException(key + ": " + e.getMessage(), e);
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

    private static boolean isWritten(DataType type) {
        return type instanceof StringType
                || type instanceof ByteType
                || type instanceof ShortType
                || type instanceof IntegerType
                || type instanceof LongType;
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

    /** The moment of each row; null where its values do not fit. */
    private Column parsed(String pattern) {
        boolean dated = column.type() instanceof DateType && time.clock().isPresent();
        if (isTime(column.type()) && !dated) {
            throw new UserException("time.pattern: '" + time.column() + "' is a "
                    + column.type().simpleString() + " already; leave the pattern out");
        }
        if (TimeConfig.isEpoch(pattern)) {
            requireTime(column.type() instanceof StringType || column.type() instanceof NumericType);
            return EpochTime.of(column.column(), pattern);
        }
        requireTime(dated || isWritten(column.type()));
        return udf(reader(pattern), DataTypes.TimestampType).apply(text());
    }

    /** What the pattern is about: the column, and with a space between the clock, where there is one. */
    private Column text() {
        Column day = column.column().cast(DataTypes.StringType);
        if (time.clock().isEmpty()) {
            return day;
        }
        ResolvedColumn clock = find(data, time.clock().get(), "time.clock");
        if (!isWritten(clock.type())) {
            throw new UserException("time.clock: '" + time.clock().get() + "' is "
                    + clock.type().simpleString() + ", but a text or whole number is needed");
        }
        return concat(day, lit(" "), clock.column().cast(DataTypes.StringType));
    }

    private Dataset<Row> replacedBy(Column parsed) {
        List<String> names = ColumnPath.names(time.column());
        List<Column> columns = new ArrayList<>();
        for (Attribute attribute : Attributes.of(data)) {
            Column kept = new Column(attribute);
            columns.add(attribute.name().equals(names.get(0)) ? NestedColumn.replaced(kept, names, parsed) : kept);
        }
        return data.select(columns.toArray(Column[]::new));
    }

    private void requireFit(String pattern) {
        List<Row> sample = data.select(
                        text().as("text"),
                        parsed(pattern).cast(DataTypes.LongType).as("second"))
                .where("text IS NOT NULL")
                .limit(SAMPLE)
                .collectAsList();
        if (sample.isEmpty()) {
            return;
        }
        String example = "'" + sample.get(0).getString(0) + "'";
        if (sample.stream().allMatch(row -> row.isNullAt(1))) {
            throw new UserException("time.pattern: '" + pattern + "' fits none of the first " + sample.size()
                    + " texts in '" + time.column() + "'"
                    + time.clock().map(clock -> " and '" + clock + "'").orElse("") + ", such as " + example);
        }
        if (pattern.equals(TimeConfig.EPOCH_SECONDS)
                && sample.stream().allMatch(row -> row.isNullAt(1) || row.getLong(1) >= AFTER_ALL)) {
            throw new UserException("time.pattern: '" + pattern + "' makes times after the year 9999 of the values in '"
                    + time.column() + "', such as " + example + "; expected epoch_millis");
        }
    }
}
