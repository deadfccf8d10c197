package io.lakewarden.jobs.cli;

import io.lakewarden.jobs.config.Granularity;
import io.lakewarden.jobs.run.Jobs;
import io.lakewarden.jobs.run.ProfileOptions;
import io.lakewarden.jobs.run.RunOutcome;
import io.lakewarden.jobs.run.RunRequest;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code lakewarden run}. */
@Command(
        name = "run",
        description = {
            "Profile, compare with the reference, judge, store and report.",
            "The main job: each window is read once, and its result replaces an earlier one."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  lakewarden run -c bike-sharing.yaml --window 2012-01-01/2012-02-01",
            "  lakewarden run -c trips.yaml --window 2026-03-01/2026-04-01 --incremental",
            "  lakewarden run -c trips.yaml --window 2026-03-01/2026-04-01 --every P1M",
            "  lakewarden run -c bike-sharing.yaml --window 2012-01-01/2013-01-01 --fail-on warn",
            "  lakewarden run -c occupancy.yaml --as-of 2015-02-11 --format json"
        })
final class RunCommand extends WindowsCommand {
    @Mixin
    private ReadingOptions reading;

    RunCommand(Context context) {
        super(context);
    }

    @Override
    ProfileOptions options(Optional<Granularity> every) {
        return reading.with(every, false);
    }

    @Override
    RunOutcome execute(Jobs jobs, RunRequest request) {
        return jobs.run(request);
    }
}
