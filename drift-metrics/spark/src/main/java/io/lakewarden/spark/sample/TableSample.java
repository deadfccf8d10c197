package io.lakewarden.spark.sample;

import io.lakewarden.spark.sample.ColumnSample.Booleans;
import io.lakewarden.spark.sample.ColumnSample.Numbers;
import io.lakewarden.spark.sample.ColumnSample.Texts;
import io.lakewarden.spark.sample.ColumnSample.Times;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * A uniform sample of rows without replacement, in memory. See {@link RowSampler} for what it is drawn by.
 *
 * @param drawnFrom how many rows there are in all
 * @param size how many of them are here: all of them, or as many as were asked for
 * @param columns by path, in the order in which they were asked for
 */
public record TableSample(long drawnFrom, int size, Map<String, ColumnSample> columns) {
    public TableSample {
        columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
        if (size > drawnFrom) {
            throw new IllegalArgumentException(
                    "a sample of " + drawnFrom + " rows has no more of them, but got " + size);
        }
        for (ColumnSample column : columns.values()) {
            if (column.size() != size) {
                throw new IllegalArgumentException("every column has " + size + " rows, but got " + column.size());
            }
        }
    }

    /** Whether these are all rows that there are. */
    public boolean isComplete() {
        return size == drawnFrom;
    }

    /** The cells of the column at a path; empty where it is not in the sample. */
    public Optional<ColumnSample> column(String path) {
        return Optional.ofNullable(columns.get(path));
    }

    /** The {@link ColumnSample#key keys} of a column in some rows, in their order; null where a cell or the whole column is missing. */
    public String[] keys(String path, int... rows) {
        Optional<ColumnSample> cells = column(path);
        return IntStream.of(rows)
                .mapToObj(row -> cells.flatMap(column -> column.key(row)).orElse(null))
                .toArray(String[]::new);
    }

    /** Some of the rows, in their order, as a sample of themselves. */
    public TableSample only(int... rows) {
        Map<String, ColumnSample> some = new LinkedHashMap<>();
        columns.forEach((path, column) -> some.put(path, column.only(rows)));
        return new TableSample(rows.length, rows.length, some);
    }

    /** The sample as a dataset, its columns named by their paths. */
    public Dataset<Row> toDataset(SparkSession session) {
        StructType schema = new StructType();
        for (Map.Entry<String, ColumnSample> column : columns.entrySet()) {
            schema = schema.add(column.getKey(), type(column.getValue()));
        }
        List<ColumnSample> cells = new ArrayList<>(columns.values());
        List<Row> rows = IntStream.range(0, size)
                .mapToObj(row -> RowFactory.create(
                        cells.stream().map(column -> cell(column, row)).toArray()))
                .toList();
        return session.createDataFrame(rows, schema);
    }

    private static DataType type(ColumnSample column) {
        if (column instanceof Numbers) {
            return DataTypes.DoubleType;
        }
        if (column instanceof Booleans) {
            return DataTypes.BooleanType;
        }
        return column instanceof Times ? DataTypes.TimestampType : DataTypes.StringType;
    }

    private static Object cell(ColumnSample column, int row) {
        if (column.isMissing(row)) {
            return null;
        }
        if (column instanceof Numbers numbers) {
            return numbers.value(row);
        }
        if (column instanceof Booleans booleans) {
            return booleans.value(row);
        }
        return column instanceof Times times
                ? Instant.EPOCH.plus(times.micros(row), ChronoUnit.MICROS)
                : ((Texts) column).value(row).orElseThrow();
    }
}
