package io.lakewarden.jobs.source;

import io.lakewarden.jobs.config.JdbcPartition;
import io.lakewarden.jobs.config.UserException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.types.ByteType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DateType;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.IntegerType;
import org.apache.spark.sql.types.LongType;
import org.apache.spark.sql.types.ShortType;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.types.TimestampType;

/** Divides the reading of a table into ranges of a column. Its bounds say where ranges begin; no row is outside of all. */
final class JdbcRanges {
    private JdbcRanges() {}

    /**
     * Where the ranges of a column begin and end, as options of Spark's reader; none where the column has no value.
     *
     * @param schema the columns under their numbers, with Spark's types
     * @param relation what stands in SQL behind FROM
     */
    static Map<String, String> options(
            JdbcPartition partition, JdbcDatabase database, JdbcColumns columns, StructType schema, String relation) {
        int position = columns.names().indexOf(partition.column());
        if (position < 0) {
            throw new UserException("source.partition.column: there is no column '" + partition.column() + "'"
                    + ColumnHint.of(partition.column(), columns.names()));
        }
        DataType type = schema.fields()[position].dataType();
        if (!isDivisible(type)) {
            throw new UserException("source.partition.column: '" + partition.column() + "' is " + type.simpleString()
                    + "; expected a column of whole numbers, decimals, dates or timestamps");
        }
        String column = columns.quoted(partition.column());
        String question = "SELECT MIN(" + column + "), MAX(" + column + ") FROM " + relation;
        List<String> bounds = database.ask(
                "find the least and greatest value of '" + partition.column() + "'",
                connection -> bounds(connection, question, type));
        return bounds.isEmpty()
                ? Map.of()
                : Map.of(
                        "partitionColumn",
                        JdbcColumns.number(position),
                        "lowerBound",
                        bounds.get(0),
                        "upperBound",
                        bounds.get(1),
                        "numPartitions",
                        Integer.toString(partition.count()));
    }

    private static boolean isDivisible(DataType type) {
        return type instanceof ByteType
                || type instanceof ShortType
                || type instanceof IntegerType
                || type instanceof LongType
                || type instanceof DecimalType
                || type instanceof DateType
                || type instanceof TimestampType;
    }

    private static List<String> bounds(Connection connection, String question, DataType type) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet bounds = statement.executeQuery(question)) {
            bounds.next();
            Optional<String> least = bound(bounds, 1, type, RoundingMode.FLOOR);
            Optional<String> greatest = bound(bounds, 2, type, RoundingMode.CEILING);
            return least.isPresent() && greatest.isPresent() ? List.of(least.get(), greatest.get()) : List.of();
        }
    }

    private static Optional<String> bound(ResultSet bounds, int position, DataType type, RoundingMode outwards)
            throws SQLException {
        if (type instanceof DateType) {
            return Optional.ofNullable(bounds.getDate(position)).map(Object::toString);
        }
        if (type instanceof TimestampType) {
            return Optional.ofNullable(bounds.getTimestamp(position)).map(Object::toString);
        }
        return Optional.ofNullable(bounds.getBigDecimal(position)).map(value -> value.setScale(0, outwards)
                .max(BigDecimal.valueOf(Long.MIN_VALUE))
                .min(BigDecimal.valueOf(Long.MAX_VALUE))
                .toPlainString());
    }
}
