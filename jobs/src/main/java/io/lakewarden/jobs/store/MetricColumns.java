package io.lakewarden.jobs.store;

import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import io.lakewarden.result.MetricValue;
import io.lakewarden.result.MetricValue.Known;
import io.lakewarden.result.MetricValue.Unknown;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import scala.Option;

/**
 * Writes named numbers into a row: into the numeric column of that name where the table has one, into the map
 * {@code metrics} where it has no column of that name. (A column of another type is its table's own affair.) A number
 * that is unknown is NULL, and {@code unknown_reasons} says why.
 */
final class MetricColumns {
    private static final StructType BOUNDS =
            new StructType().add("lower", DoubleType).add("upper", DoubleType);

    private final Map<String, DataType> columns;

    /** For a table whose schema ends with {@link #withMaps}. */
    MetricColumns(StructType schema) {
        columns = Stream.of(schema.fields()).collect(Collectors.toMap(StructField::name, StructField::dataType));
    }

    static StructType withMaps(StructType schema) {
        return schema.add(
                        "metrics",
                        DataTypes.createMapType(StringType, DoubleType),
                        true,
                        "further numbers without a column of their own, by name")
                .add(
                        "bounds",
                        DataTypes.createMapType(StringType, BOUNDS),
                        true,
                        "surely lower and upper bounds of the numbers that are approximate, by name")
                .add(
                        "unknown_reasons",
                        DataTypes.createMapType(StringType, StringType),
                        true,
                        "why a number is NULL, by name");
    }

    void set(TableRow row, Map<String, MetricValue> values) {
        Map<String, Double> metrics = new TreeMap<>();
        Map<String, Row> bounds = new TreeMap<>();
        Map<String, String> reasons = new TreeMap<>();
        values.forEach((name, value) -> {
            if (value instanceof Known known) {
                double unit = unit(name);
                put(row, metrics, name, known.value() * unit);
                if (!known.exact()) {
                    bounds.put(name, RowFactory.create(known.lower() * unit, known.upper() * unit));
                }
            } else if (value instanceof Unknown unknown) {
                reasons.put(name, unknown.reason());
            }
        });
        row.set("metrics", metrics).set("bounds", bounds).set("unknown_reasons", reasons);
    }

    /** The number of that name as {@link #set} wrote it, from a row that has the maps, and its column where there is one. */
    static MetricValue read(Row row, String name) {
        Option<Object> column = row.schema().getFieldIndex(name);
        Double value = column.isDefined()
                ? inColumn(row, (Integer) column.get())
                : row.<String, Double>getJavaMap(row.fieldIndex("metrics")).get(name);
        if (value == null) {
            String reason = row.<String, String>getJavaMap(row.fieldIndex("unknown_reasons"))
                    .get(name);
            return MetricValue.unknown(reason == null ? "not computed" : reason);
        }
        Row bounds = row.<String, Row>getJavaMap(row.fieldIndex("bounds")).get(name);
        return bounds == null ? MetricValue.exactly(value) : within(value, bounds.getDouble(0), bounds.getDouble(1));
    }

    /** A number, or a test's statistic. */
    private static Double inColumn(Row row, int column) {
        if (row.isNullAt(column)) {
            return null;
        }
        return row.get(column) instanceof Row test ? (Double) test.get(0) : ((Number) row.get(column)).doubleValue();
    }

    /** A number as {@link #read} gives it back. */
    MetricValue stored(String name, MetricValue value) {
        if (!(value instanceof Known known)) {
            return value;
        }
        double unit = unit(name);
        double written = LongType.equals(columns.get(name)) ? Math.round(known.value() * unit) : known.value() * unit;
        return known.exact()
                ? MetricValue.exactly(written)
                : within(written, known.lower() * unit, known.upper() * unit);
    }

    /** A whole number may have been rounded out of its bounds. */
    private static MetricValue within(double value, double lower, double upper) {
        return MetricValue.between(value, Math.min(lower, value), Math.max(upper, value));
    }

    /** Numbers called {@code percent_…} are fractions in the code and percent in the tables, as their readers expect. */
    private static double unit(String name) {
        return name.startsWith("percent_") && name.indexOf('.') < 0 ? 100 : 1;
    }

    private void put(TableRow row, Map<String, Double> metrics, String name, double value) {
        DataType type = columns.get(name);
        if (type == null) {
            metrics.put(name, value);
        } else if (type.equals(LongType)) {
            row.set(name, Math.round(value));
        } else if (type.equals(DoubleType)) {
            row.set(name, value);
        }
    }
}
