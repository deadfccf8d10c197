package io.lakewarden.jobs.run;

import io.lakewarden.jobs.config.MonitorConfig;
import java.nio.file.Path;
import java.time.Clock;

/** A process that runs March of {@link Measurements} and dies without a word after one step of the commit. */
public final class KilledRun {
    private KilledRun() {}

    /** Arguments: the folder of the measurements, the store, and the step to die after. */
    public static void main(String[] arguments) throws Exception {
        Measurements measurements = Measurements.at(Path.of(arguments[0]));
        MonitorConfig monitor = measurements.sliced();
        try (Jobs jobs = new MonitorJobs(Progress.silent(), Clock.systemUTC(), step -> {
            if (step.equals(arguments[2])) {
                Runtime.getRuntime().halt(DyingProcess.KILLED);
            }
        })) {
            jobs.run(measurements.request(monitor, Path.of(arguments[1]), 3));
        }
    }
}
