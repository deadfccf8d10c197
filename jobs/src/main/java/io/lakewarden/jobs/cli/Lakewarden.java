package io.lakewarden.jobs.cli;

import io.lakewarden.jobs.run.MonitorJobs;
import io.lakewarden.jobs.store.StoreListener;
import java.time.Clock;

/** The main class. It refuses any other Java than 17 before it does anything else. */
public final class Lakewarden {
    private Lakewarden() {}

    public static void main(String[] arguments) {
        String refusal = refusal(System.getProperty("java.specification.version"), System.getProperty("java.home"));
        if (!refusal.isEmpty()) {
            System.err.println(refusal);
            System.exit(2);
        }
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
}
