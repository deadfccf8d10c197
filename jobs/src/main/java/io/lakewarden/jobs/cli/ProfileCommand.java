package io.lakewarden.jobs.cli;

import io.lakewarden.jobs.config.Granularity;
import io.lakewarden.jobs.run.Jobs;
import io.lakewarden.jobs.run.ProfileOptions;
import io.lakewarden.jobs.run.RunOutcome;
import io.lakewarden.jobs.run.RunRequest;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code lakewarden profile}. */
@Command(
        name = "profile",
        description = {
            "Profile windows and store the profiles; nothing is judged.",
            "Useful ahead of time, so that a later run finds its reference and predecessors."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  lakewarden profile -c bike-sharing.yaml --window 2011-01-01/2012-01-01",
            "  lakewarden profile -c trips.yaml --window 2026-03-01/2026-04-01 --incremental --verify",
            "  lakewarden profile -c bike-sharing.yaml --window 2012-01-01/2012-02-01 --store s3a://bucket/store"
        })
final class ProfileCommand extends WindowsCommand {
    @Mixin
    private ReadingOptions reading;

    @Option(
            names = "--verify",
            description = {
                "With --incremental: also read everything in full, and compare before anything is stored.",
                "The exit code is 1 where the two differ."
            })
    private boolean verify;

    ProfileCommand(Context context) {
        super(context);
    }

    @Override
    ProfileOptions options(Optional<Granularity> every) {
        return reading.with(every, verify);
    }

    @Override
    RunOutcome execute(Jobs jobs, RunRequest request) {
        return jobs.profile(request);
    }
}
