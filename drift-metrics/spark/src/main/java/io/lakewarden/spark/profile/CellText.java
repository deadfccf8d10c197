package io.lakewarden.spark.profile;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.apache.spark.sql.catalyst.expressions.SpecializedGetters;
import org.apache.spark.sql.types.BooleanType;
import org.apache.spark.sql.types.ByteType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DateType;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.DoubleType;
import org.apache.spark.sql.types.FloatType;
import org.apache.spark.sql.types.IntegerType;
import org.apache.spark.sql.types.LongType;
import org.apache.spark.sql.types.ShortType;
import org.apache.spark.sql.types.TimestampNTZType;
import org.apache.spark.sql.types.TimestampType;

/**
 * Reads cells as canonical text, so that a coded column has the same categories whatever wrote it: {@code 1},
 * {@code 1.5}, {@code true}, {@code 2012-01-31}, {@code 2012-01-31T09:05:00Z}. Decimals lose their trailing zeros and
 * negative zero is zero.
 */
public interface CellText {
    /** The text of a cell that is not null. */
    String read(SpecializedGetters cells, int position);

    /** The reader for a type that can be {@linkplain CellTypes#kindOf categorical}. */
    static CellText of(DataType type) {
        if (CellTypes.isText(type)) {
            return (cells, position) -> cells.getUTF8String(position).toString();
        }
        if (type instanceof ByteType) {
            return (cells, position) -> Byte.toString(cells.getByte(position));
        }
        if (type instanceof ShortType) {
            return (cells, position) -> Short.toString(cells.getShort(position));
        }
        if (type instanceof IntegerType) {
            return (cells, position) -> Integer.toString(cells.getInt(position));
        }
        if (type instanceof LongType) {
            return (cells, position) -> Long.toString(cells.getLong(position));
        }
        if (type instanceof FloatType) {
            // Adding positive zero turns negative zero into it and leaves every other value alone.
            return (cells, position) -> Float.toString(cells.getFloat(position) + 0.0f);
        }
        if (type instanceof DoubleType) {
            return (cells, position) -> Double.toString(cells.getDouble(position) + 0.0);
        }
        if (type instanceof DecimalType decimal) {
            return (cells, position) -> cells.getDecimal(position, decimal.precision(), decimal.scale())
                    .toJavaBigDecimal()
                    .stripTrailingZeros()
                    .toPlainString();
        }
        if (type instanceof BooleanType) {
            return (cells, position) -> Boolean.toString(cells.getBoolean(position));
        }
        if (type instanceof DateType) {
            return (cells, position) ->
                    LocalDate.ofEpochDay(cells.getInt(position)).toString();
        }
        if (type instanceof TimestampType) {
            return (cells, position) -> instant(cells.getLong(position)).toString();
        }
        if (type instanceof TimestampNTZType) {
            return (cells, position) -> LocalDateTime.ofInstant(instant(cells.getLong(position)), ZoneOffset.UTC)
                    .toString();
        }
        throw new IllegalArgumentException("cells of type " + type.catalogString() + " have no text");
    }

    private static Instant instant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }
}
