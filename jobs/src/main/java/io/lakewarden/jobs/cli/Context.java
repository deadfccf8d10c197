package io.lakewarden.jobs.cli;

import io.lakewarden.jobs.run.Jobs;
import io.lakewarden.jobs.run.Progress;
import java.time.Clock;
import java.util.Map;
import java.util.function.Function;

/**
 * What the commands need of the world around them.
 *
 * @param console where they write
 * @param environment the environment variables, for secrets
 * @param clock says what today is
 * @param jobs opens the work behind the commands; called only by commands that need it
 */
record Context(Console console, Map<String, String> environment, Clock clock, Function<Progress, Jobs> jobs) {
    Jobs openJobs() {
        return jobs.apply(console.progress());
    }
}
