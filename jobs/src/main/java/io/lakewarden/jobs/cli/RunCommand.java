package io.lakewarden.jobs.cli;

import io.lakewarden.jobs.config.Granularity;
import io.lakewarden.jobs.run.Jobs;
import io.lakewarden.jobs.run.ProfileOptions;
import io.lakewarden.jobs.run.RunOutcome;
import io.lakewarden.jobs.run.RunRequest;
import io.lakewarden.jobs.source.RowSample;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

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
    @Option(
            names = "--sample",
            paramLabel = "SHARE",
            description = {
                "For exploration: read a random share of the rows, such as 0.01. Every result says so, and is kept apart",
                "from those of all rows, under _samples in the store."
            })
    private RowSample sample;

    @Option(
            names = "--incremental",
            description = {
                "Where a Delta table was only appended to since a window was profiled, read the new files alone and merge",
                "them into the stored profile. Windows that lost rows are read in full, untouched ones not at all."
            })
    private boolean incremental;

    RunCommand(Context context) {
        super(context);
    }

    @Override
    ProfileOptions options(Optional<Granularity> every) {
        return new ProfileOptions(incremental, false, every, Optional.ofNullable(sample));
    }

    @Override
    RunOutcome execute(Jobs jobs, RunRequest request) {
        return jobs.run(request);
    }
}
