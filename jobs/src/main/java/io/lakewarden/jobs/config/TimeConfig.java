package io.lakewarden.jobs.config;

import java.util.Objects;
import java.util.Optional;

/**
 * When a row happened: {@code time}.
 *
 * @param column {@code column}: path of a column of dates, timestamps, texts or numbers
 * @param clock {@code clock}: a column of texts or whole numbers that says what time of the day it was, where that stands apart
 * @param pattern {@code pattern}: for a text column, how it is written, as in {@code M/d/yyyy H:mm}, read as UTC, with a
 *     space between column and clock; for a column of seconds or milliseconds since 1970 one of the names below
 */
public record TimeConfig(String column, Optional<String> clock, Optional<String> pattern) {
    /** The pattern of seconds since 1970. */
    public static final String EPOCH_SECONDS = "epoch_seconds";

    /** The pattern of milliseconds since 1970. */
    public static final String EPOCH_MILLIS = "epoch_millis";

    public TimeConfig {
        Objects.requireNonNull(column, "column");
        Objects.requireNonNull(clock, "clock");
        Objects.requireNonNull(pattern, "pattern");
    }

    /** A column that says all by itself. */
    public TimeConfig(String column, Optional<String> pattern) {
        this(column, Optional.empty(), pattern);
    }

    /** Whether a pattern is the name of a count since 1970. */
    public static boolean isEpoch(String pattern) {
        return pattern.equals(EPOCH_SECONDS) || pattern.equals(EPOCH_MILLIS);
    }
}
