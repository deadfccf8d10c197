package io.lakewarden.jobs.source;

import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.timestamp_micros;

import io.lakewarden.jobs.config.TimeConfig;
import java.math.BigDecimal;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.catalyst.expressions.Cast;
import org.apache.spark.sql.catalyst.expressions.EvalMode;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import scala.Option;

/** Reads numbers, or texts of them, that count seconds or milliseconds since 1970 in UTC; what is no such number is no time. */
final class EpochTime {
    /** Holds 18 digits and microseconds; times a million it still is a decimal of Spark's. */
    private static final DataType COUNT = DataTypes.createDecimalType(24, 6);

    private static final BigDecimal MICROS_OF_SECOND = BigDecimal.valueOf(1_000_000);
    private static final BigDecimal MICROS_OF_MILLISECOND = BigDecimal.valueOf(1_000);

    private EpochTime() {}

    static Column of(Column count, String pattern) {
        Column micros = read(count, COUNT)
                .multiply(lit(pattern.equals(TimeConfig.EPOCH_SECONDS) ? MICROS_OF_SECOND : MICROS_OF_MILLISECOND));
        return timestamp_micros(read(micros, DataTypes.LongType));
    }

    private static Column read(Column value, DataType type) {
        return new Column(new Cast(value.expr(), type, Option.apply("UTC"), EvalMode.TRY()));
    }
}
