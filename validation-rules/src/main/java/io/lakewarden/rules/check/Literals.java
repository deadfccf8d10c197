package io.lakewarden.rules.check;

import static org.apache.spark.sql.functions.lit;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.types.BooleanType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DateType;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.StringType;
import org.apache.spark.sql.types.TimestampNTZType;
import org.apache.spark.sql.types.TimestampType;

/** Values of a rule as values of a column's type, however YAML would have read them. */
final class Literals {
    private Literals() {}

    /** A value to compare a column with. */
    static Column of(String value, DataType type) {
        try {
            return lit(read(value, type));
        } catch (NumberFormatException | DateTimeException e) {
            throw new RuleException("'" + value + "' is no " + type.simpleString());
        }
    }

    /** Whether values of the type have an order that people mean. */
    static boolean isOrdered(DataType type) {
        return type instanceof NumericType
                || type instanceof DateType
                || type instanceof TimestampType
                || type instanceof TimestampNTZType;
    }

    private static Object read(String value, DataType type) {
        if (type instanceof StringType) {
            return value;
        }
        if (type instanceof NumericType) {
            return new BigDecimal(value);
        }
        if (type instanceof DateType) {
            return LocalDate.parse(value);
        }
        if (type instanceof TimestampType) {
            return instant(value);
        }
        if (type instanceof TimestampNTZType) {
            return LocalDateTime.ofInstant(instant(value), ZoneOffset.UTC);
        }
        if (type instanceof BooleanType && (value.equals("true") || value.equals("false"))) {
            return Boolean.valueOf(value);
        }
        throw new RuleException("'" + value + "' cannot be compared with a " + type.simpleString());
    }

    /** A moment, or the beginning of a day in UTC. */
    static Instant instant(String value) {
        return value.contains("T")
                ? Instant.parse(value)
                : LocalDate.parse(value).atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
