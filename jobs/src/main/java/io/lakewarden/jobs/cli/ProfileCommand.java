package io.lakewarden.jobs.cli;

import io.lakewarden.jobs.run.Jobs;
import io.lakewarden.jobs.run.RunOutcome;
import io.lakewarden.jobs.run.RunRequest;
import picocli.CommandLine.Command;

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
            "  lakewarden profile -c bike-sharing.yaml --window 2012-01-01/2012-02-01 --store s3a://bucket/store"
        })
final class ProfileCommand extends WindowsCommand {
    ProfileCommand(Context context) {
        super(context);
    }

    @Override
    RunOutcome execute(Jobs jobs, RunRequest request) {
        return jobs.profile(request);
    }
}
