package io.lakewarden.spark.outlier;

import io.lakewarden.outlier.BurstLimit;
import io.lakewarden.result.Window;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.TimeUnit;

/** The stretch of time within which rows that are alike are counted: the shortest that usually has enough of them. */
public enum BurstBlock {
    /** An hour on the UTC clock. */
    HOUR(TimeUnit.HOURS.toSeconds(1)),
    /** A UTC day. */
    DAY(TimeUnit.DAYS.toSeconds(1)),
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
            if ((double) rows * block.seconds >= BurstLimit.LEAST_BLOCK * span) {
                return block;
            }
        }
        return WHOLE;
    }

    /** The first second of the block that a time is in, both since 1970 UTC. */
    long start(long micros) {
        return this == WHOLE ? 0 : Math.floorDiv(micros, TimeUnit.SECONDS.toMicros(seconds)) * seconds;
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
