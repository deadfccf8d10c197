package io.lakewarden.profile;

/** How a column is profiled. */
public enum ColumnKind {
    /** Integers, floating point and decimals, read as IEEE doubles. */
    NUMERIC,
    /** Text, and any column that the configuration declares categorical. */
    CATEGORICAL,
    /** True or false. */
    BOOLEAN,
    /** Dates and timestamps, in microseconds since 1970 UTC. */
    TEMPORAL,
    /** Arrays and maps: their sizes; their elements are columns of their own. */
    COLLECTION,
    /** Anything else, such as binary: presence only. */
    OPAQUE
}
