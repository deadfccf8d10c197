package io.lakewarden.jobs.config;

/** How a table is stored. */
public enum SourceFormat {
    /** Text files with separated values; see {@link CsvOptions}. */
    CSV,
    /** Text files with one JSON object on each line. */
    JSON,
    /** Parquet files or folders of them. */
    PARQUET,
    /** A Delta table; a run reads one exact version of it. */
    DELTA,
    /** A table of a database, or the rows of a query; it has no versions. */
    JDBC
}
