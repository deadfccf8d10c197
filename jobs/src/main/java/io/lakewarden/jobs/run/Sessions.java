package io.lakewarden.jobs.run;

import io.lakewarden.jobs.store.LocalFilesSystem;
import org.apache.spark.SparkConf;
import org.apache.spark.sql.SparkSession;

/**
 * Opens the Spark session of a command. Whatever the user set by {@code --conf}, a properties file or the cluster's
 * defaults stands; only what is missing is filled in.
 */
final class Sessions {
    private static final String EXTENSIONS = "spark.sql.extensions";
    private static final String EXECUTOR_OPTIONS = "spark.executor.extraJavaOptions";
    private static final String DELTA_EXTENSION = "io.delta.sql.DeltaSparkSessionExtension";

    private Sessions() {}

    static SparkSession open() {
        SparkConf conf = new SparkConf();
        conf.setIfMissing("spark.app.name", "lakewarden");
        conf.setIfMissing("spark.master", "local[*]");
        withDelta(conf);
        // Rows that go to a few partitions are written as they come: sorting them first took as long as writing them.
        conf.setIfMissing("spark.sql.maxConcurrentOutputFileWriters", "4");
        // Windows are UTC, whatever the machine's zone is; this one setting is ours to decide.
        conf.set("spark.sql.session.timeZone", "UTC");
        if (conf.get("spark.master").startsWith("local")) {
            quickOnOneMachine(conf);
        } else {
            // Drivers of databases read times in the zone of the process that they are in.
            conf.set(EXECUTOR_OPTIONS, (conf.get(EXECUTOR_OPTIONS, "") + " -Duser.timezone=UTC").strip());
        }
        return SparkSession.builder().config(conf).getOrCreate();
    }

    private static void withDelta(SparkConf conf) {
        String extensions = conf.get(EXTENSIONS, "");
        if (!extensions.contains(DELTA_EXTENSION)) {
            conf.set(EXTENSIONS, extensions.isEmpty() ? DELTA_EXTENSION : extensions + "," + DELTA_EXTENSION);
        }
        conf.setIfMissing("spark.sql.catalog.spark_catalog", "org.apache.spark.sql.delta.catalog.DeltaCatalog");
    }

    /** The store's tables are small: on one machine hundreds of empty tasks would be most of a run. */
    private static void quickOnOneMachine(SparkConf conf) {
        String cores = Integer.toString(Runtime.getRuntime().availableProcessors());
        conf.setIfMissing("spark.ui.enabled", "false");
        conf.setIfMissing("spark.sql.shuffle.partitions", cores);
        conf.setIfMissing("spark.databricks.delta.snapshotPartitions", cores);
        conf.setIfMissing("spark.driver.host", "127.0.0.1");
        // With spark-submit this jar has a class loader of its own, where Hadoop might not look.
        if (LocalFilesSystem.class.getClassLoader() == SparkSession.class.getClassLoader()) {
            LocalFilesSystem.SETTINGS.forEach(conf::setIfMissing);
        }
    }
}
