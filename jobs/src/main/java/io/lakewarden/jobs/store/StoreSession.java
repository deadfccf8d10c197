package io.lakewarden.jobs.store;

import java.util.Map;
import org.apache.spark.sql.SparkSession;

/**
 * A session of the store's own on the same Spark context. The store's tables are small: what makes Spark fast on large
 * data makes it slow here, and the caller's settings (time zone, ANSI mode, shuffle partitions) must not change what is
 * stored.
 */
final class StoreSession {
    /** Enough to cut large states into tasks; see {@link TableFolder}. */
    static final int SLICES = 64;

    private static final Map<String, String> SETTINGS = Map.ofEntries(
            Map.entry("spark.sql.session.timeZone", "UTC"),
            Map.entry("spark.sql.datetime.java8API.enabled", "true"),
            Map.entry("spark.sql.ansi.enabled", "false"),
            Map.entry("spark.sql.caseSensitive", "false"),
            Map.entry("spark.sql.shuffle.partitions", "1"),
            // Many small files make one task.
            Map.entry("spark.sql.files.openCostInBytes", "0"),
            Map.entry("spark.sql.files.minPartitionNum", "1"),
            Map.entry("spark.sql.adaptive.enabled", "false"),
            // Compiling code for a wide table takes longer than interpreting a few hundred rows of it.
            Map.entry("spark.sql.codegen.wholeStage", "false"),
            Map.entry("spark.sql.codegen.factoryMode", "NO_CODEGEN"),
            Map.entry("spark.sql.leafNodeDefaultParallelism", Integer.toString(SLICES)),
            Map.entry("spark.sql.parquet.outputTimestampType", "TIMESTAMP_MICROS"),
            Map.entry("spark.databricks.delta.snapshotPartitions", "1"),
            // Whole run ids in the statistics: they tell files of one run, see WholeFiles.
            Map.entry("spark.databricks.io.skipping.stringPrefixLength", "64"),
            // Where the JVM's zone is not UTC, Delta reads the whole log again after each commit, in doubt of the
            // timestamps in its statistics: ours are of run ids alone.
            Map.entry("spark.databricks.delta.allFilesInCrc.verificationMode.forceOnNonUTC.enabled", "false"));

    private StoreSession() {}

    static SparkSession beside(SparkSession session) {
        SparkSession own = session.newSession();
        SETTINGS.forEach((key, value) -> own.conf().set(key, value));
        return own;
    }
}
