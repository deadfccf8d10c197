package io.lakewarden.jobs.store;

import java.util.List;
import org.apache.spark.sql.types.StructType;

/** The Delta tables under the store's root. */
public enum StoreTable {
    /** The binary state of every profile: one row per column and slice. */
    PROFILES("profiles"),
    /** What profiles say, in columns that people query. */
    PROFILE_METRICS("profile_metrics"),
    /** How far columns moved, with the bins behind it. */
    DRIFT_METRICS("drift_metrics"),
    /** What was judged, and how. */
    FINDINGS("findings"),
    /** Every committed attempt; the newest of a subject is its truth. */
    RUNS("runs");

    private final String tableName;

    StoreTable(String tableName) {
        this.tableName = tableName;
    }

    /** The folder's name under the root. */
    public String tableName() {
        return tableName;
    }

    /** The columns, each with its meaning as a comment. */
    public StructType schema() {
        return switch (this) {
            case PROFILES -> ProfileRows.SCHEMA;
            case PROFILE_METRICS -> ProfileMetricRows.SCHEMA;
            case DRIFT_METRICS -> DriftMetricRows.SCHEMA;
            case FINDINGS -> FindingRows.SCHEMA;
            case RUNS -> RunRows.SCHEMA;
        };
    }

    /** The tables that attempts fill before {@link #RUNS} makes them the truth, in the order they are written. */
    public static List<StoreTable> data() {
        return List.of(PROFILES, PROFILE_METRICS, DRIFT_METRICS, FINDINGS);
    }
}
