package io.lakewarden.jobs.config;

import java.util.Objects;

/**
 * How the reading of a database is divided among tasks: {@code source.partition}. Every row is read once, whatever its
 * value.
 *
 * @param column {@code column}: a whole number, decimal, date or timestamp
 * @param count {@code count}: how many ranges between its least and greatest value, each read over a connection of its own
 */
public record JdbcPartition(String column, int count) {
    /** The greatest count. */
    static final int MOST = 1_000;

    public JdbcPartition {
        Objects.requireNonNull(column, "column");
    }
}
