package io.lakewarden.spark.outlier;

import static org.apache.spark.sql.functions.datediff;
import static org.apache.spark.sql.functions.hour;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.pmod;
import static org.apache.spark.sql.functions.unix_seconds;

import io.lakewarden.outlier.BurstLimit;
import io.lakewarden.result.Window;
import io.lakewarden.spark.profile.ResolvedColumn;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DateType;
import org.apache.spark.sql.types.TimestampType;

/** The stretch of time within which rows that are alike are counted: the shortest that usually has enough of them. */
public enum BurstBlock {
    /** An hour on the UTC clock. */
    HOUR(3_600),
    /** A UTC day. */
    DAY(86_400),
    /** All rows. */
    WHOLE(0);

    private final long seconds;

    BurstBlock(long seconds) {
        this.seconds = seconds;
    }

    /** The block for a reference with so many rows in a stretch of time. */
    public static BurstBlock of(long rows, Window stretch) {
        double span = Duration.between(stretch.start(), stretch.end()).toSeconds();
        for (BurstBlock block : new BurstBlock[] {HOUR, DAY}) {
            if (rows * block.seconds >= BurstLimit.LEAST_BLOCK * span) {
                return block;
            }
        }
        return WHOLE;
    }

    /** The first second of the block that a row is in, since 1970 UTC. */
    Column start(Dataset<Row> data, Optional<String> time) {
        Optional<ResolvedColumn> found = time.flatMap(path -> ResolvedColumn.find(data, path));
        if (this == WHOLE || found.isEmpty()) {
            return lit(0L);
        }
        Column at = found.get().column();
        if (found.get().type() instanceof TimestampType) {
            Column second = unix_seconds(at);
            return second.minus(pmod(second, lit(seconds)));
        }
        Column day = datediff(at, lit(LocalDate.EPOCH)).cast("bigint").multiply(lit(DAY.seconds));
        return this == DAY || found.get().type() instanceof DateType
                ? day
                : day.plus(hour(at).cast("bigint").multiply(lit(HOUR.seconds)));
    }

    /** A block in words. */
    String words(long start) {
        Instant first = Instant.ofEpochSecond(start);
        return switch (this) {
            case HOUR -> "the hour from " + first;
            case DAY -> "the day " + first.atOffset(ZoneOffset.UTC).toLocalDate();
            case WHOLE -> "the window";
        };
    }
}
