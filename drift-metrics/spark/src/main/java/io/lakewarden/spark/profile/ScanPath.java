package io.lakewarden.spark.profile;

/** How a scan read its rows. */
public enum ScanPath {
    /** Column by column in batches, as Parquet and Delta give them; codes of dictionaries are counted instead of values. */
    COLUMNAR,
    /** Row by row, as any other source or a computed column needs it. The results are the same. */
    ROWS
}
