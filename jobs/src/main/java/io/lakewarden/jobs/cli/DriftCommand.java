package io.lakewarden.jobs.cli;

import io.lakewarden.jobs.run.Jobs;
import io.lakewarden.jobs.run.RunOutcome;
import io.lakewarden.jobs.run.RunRequest;
import picocli.CommandLine.Command;

/** {@code lakewarden drift}. */
@Command(
        name = "drift",
        description = {
            "Compare and judge stored profiles again.",
            "After a change of thresholds: only windows that have no profile yet are read."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  lakewarden drift -c bike-sharing.yaml --window 2012-01-01/2013-01-01",
            "  lakewarden drift -c bike-sharing.yaml --window 2012-01-01/2012-02-01 --fail-on never --format json"
        })
final class DriftCommand extends WindowsCommand {
    DriftCommand(Context context) {
        super(context);
    }

    @Override
    RunOutcome execute(Jobs jobs, RunRequest request) {
        return jobs.drift(request);
    }
}
