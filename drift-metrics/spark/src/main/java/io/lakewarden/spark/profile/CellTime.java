package io.lakewarden.spark.profile;

import java.time.Instant;
import org.apache.spark.sql.catalyst.expressions.SpecializedGetters;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DateType;

/** Reads points in time as microseconds since 1970 UTC; a date is its midnight, a timestamp without zone is taken as UTC. */
public interface CellTime {
    long MICROS_PER_DAY = 86_400_000_000L;

    /** The time in a cell that is not null. */
    long micros(SpecializedGetters cells, int position);

    /** The reader for a type that {@link CellTypes#isTime}. */
    static CellTime of(DataType type) {
        return type instanceof DateType
                ? (cells, position) -> microsOfDay(cells.getInt(position))
                : SpecializedGetters::getLong;
    }

    /** Files can hold days that no timestamp reaches; they count as the first or last one there is. */
    static long microsOfDay(int day) {
        long lastDay = Long.MAX_VALUE / MICROS_PER_DAY;
        return Math.max(-lastDay, Math.min(lastDay, day)) * MICROS_PER_DAY;
    }

    /** The first microsecond that is not before the instant. */
    static long microsFrom(Instant instant) {
        long seconds = instant.getEpochSecond();
        long limit = Long.MAX_VALUE / 1_000_000 - 1;
        if (seconds > limit) {
            return Long.MAX_VALUE;
        }
        return seconds < -limit ? Long.MIN_VALUE : seconds * 1_000_000 + (instant.getNano() + 999) / 1_000;
    }
}
