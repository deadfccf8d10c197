package io.lakewarden.benchmarks.profile.worker;

import org.apache.spark.sql.SparkSession;

/** The session that all competitors on Spark get: two cores, and nothing else changed that matters to a scan. */
public final class Sessions {
    private Sessions() {}

    /** Starts it, with what properties of this process say beside. */
    public static SparkSession start() {
        SparkSession session = SparkSession.builder()
                .master("local[2]")
                .appName("profile-benchmark")
                .config("spark.ui.enabled", false)
                .config("spark.driver.host", "127.0.0.1")
                .config("spark.driver.bindAddress", "127.0.0.1")
                .config("spark.sql.session.timeZone", "UTC")
                // In favour of whoever groups: 200 tasks for two cores would be most of a small run.
                .config("spark.sql.shuffle.partitions", 2)
                .config("spark.sql.warehouse.dir", System.getProperty("java.io.tmpdir") + "/warehouse")
                .getOrCreate();
        session.sparkContext().setLogLevel("ERROR");
        return session;
    }
}
