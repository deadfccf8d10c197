package io.lakewarden.jobs.config;

import java.util.Objects;
import java.util.Optional;

/**
 * When a row happened: {@code time}.
 *
 * @param column {@code column}: path of a date, timestamp or text column
 * @param pattern {@code pattern}: for a text column, how it is written, as in {@code M/d/yyyy H:mm}; read as UTC
 */
public record TimeConfig(String column, Optional<String> pattern) {
    public TimeConfig {
        Objects.requireNonNull(column, "column");
        Objects.requireNonNull(pattern, "pattern");
    }
}
