package io.lakewarden.benchmarks.profile.table;

/** How a column is stored, and what its generated values are in Java. */
public enum Physical {
    /** {@link Double}. */
    DOUBLE,
    /** {@link Float}. */
    FLOAT,
    /** {@link Integer}. */
    INT,
    /** {@link Long}. */
    LONG,
    /** {@link Boolean}. */
    BOOLEAN,
    /** {@link Integer}: days since 1970. */
    DATE,
    /** {@link Long}: microseconds since 1970 UTC. */
    TIMESTAMP,
    /** {@link Long}: hundredths, of a {@code decimal(12,2)}. */
    DECIMAL,
    /** {@link String}. */
    STRING
}
