package io.lakewarden.jobs.run;

import io.lakewarden.jobs.source.Trips;
import java.nio.file.Path;
import java.time.Clock;

/** A process that brings windows of {@link Trips} up to date and dies without a word after one step of the commit. */
public final class KilledIncrement {
    private KilledIncrement() {}

    /** Arguments: the folder of the trips, the store, the range of windows, and the step to die after. */
    public static void main(String[] arguments) throws Exception {
        try (Jobs jobs = new MonitorJobs(Progress.silent(), Clock.systemUTC(), step -> {
            if (step.equals(arguments[3])) {
                Runtime.getRuntime().halt(DyingProcess.KILLED);
            }
        })) {
            Trips trips = Trips.at(Sessions.open(), Path.of(arguments[0]));
            MonitoredTable monitored = new MonitoredTable(Sessions.open(), trips.monitor(), Path.of(arguments[1]));
            jobs.run(monitored.request(arguments[2], MonitoredTable.INCREMENTAL));
        }
    }
}
