package io.lakewarden.jobs.cli;

import io.lakewarden.jobs.run.MonitorJobs;
import io.lakewarden.jobs.store.StoreListener;
import java.time.Clock;
import java.util.TimeZone;

/** The main class. It refuses any other Java than 17, and to go without Spark, before it does anything else. */
public final class Lakewarden {
    private static final String NO_SPARK = "lakewarden: there is no Spark on the class path; run this jar by"
            + " spark-submit, or use bin/lakewarden, which brings a Spark along.";

    private Lakewarden() {}

    public static void main(String[] arguments) {
        String refusal = refusal(System.getProperty("java.specification.version"), System.getProperty("java.home"));
        if (refusal.isEmpty() && !hasSpark()) {
            refusal = NO_SPARK;
        }
        if (!refusal.isEmpty()) {
            System.err.println(refusal);
            System.exit(2);
        }
        // Windows are UTC, and drivers of databases read times in the zone of the process.
        TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
        System.exit(CommandRunner.run(
                arguments, progress -> new MonitorJobs(progress, Clock.systemUTC(), StoreListener.SILENT)));
    }

    /** Why this Java will not do, in one line; empty where it will. */
    static String refusal(String version, String home) {
        return version.equals("17")
                ? ""
                : "lakewarden: this is Java " + version + " (" + home
                        + "), but Lakewarden runs on Java 17; set JAVA_HOME to a JDK 17.";
    }

    /** Spark brings more than itself, Jackson for one: without it not even a monitor file can be checked. */
    private static boolean hasSpark() {
        try {
            Class.forName("org.apache.spark.sql.SparkSession", false, Lakewarden.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }
}
