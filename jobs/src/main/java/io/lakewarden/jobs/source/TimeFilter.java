package io.lakewarden.jobs.source;

import static org.apache.spark.sql.functions.lit;

import io.lakewarden.result.Window;
import io.lakewarden.spark.profile.ResolvedColumn;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DateType;
import org.apache.spark.sql.types.TimestampNTZType;

/** A window as a predicate that storage can use: the bare column against literals of its own type. */
final class TimeFilter {
    private TimeFilter() {}

    static Dataset<Row> within(Dataset<Row> data, String timeColumn, Window window) {
        ResolvedColumn time = find(data, timeColumn);
        Column at = time.column();
        return data.filter(at.geq(literal(window.start(), time.type()))
                .and(at.lt(literal(window.end(), time.type())))
                .or(at.isNull()));
    }

    /** The rows whose time lies in a window, and no others. */
    static Dataset<Row> exactly(Dataset<Row> data, String timeColumn, Window window) {
        return within(data, timeColumn, window)
                .filter(find(data, timeColumn).column().isNotNull());
    }

    static Dataset<Row> withoutTime(Dataset<Row> data, String timeColumn) {
        return data.filter(find(data, timeColumn).column().isNull());
    }

    private static ResolvedColumn find(Dataset<Row> data, String timeColumn) {
        return ResolvedColumn.find(data, timeColumn)
                .orElseThrow(() -> new IllegalStateException("the time column '" + timeColumn + "' was there before"));
    }

    /** The smallest value of the type that is not before the instant. */
    private static Column literal(Instant instant, DataType type) {
        if (type instanceof DateType) {
            LocalDate day = instant.atOffset(ZoneOffset.UTC).toLocalDate();
            boolean midnight = day.atStartOfDay(ZoneOffset.UTC).toInstant().equals(instant);
            return lit(midnight ? day : day.plusDays(1));
        }
        Instant micros = instant.truncatedTo(ChronoUnit.MICROS);
        Instant ceiling = micros.equals(instant) ? micros : micros.plus(1, ChronoUnit.MICROS);
        return type instanceof TimestampNTZType ? lit(LocalDateTime.ofInstant(ceiling, ZoneOffset.UTC)) : lit(ceiling);
    }
}
