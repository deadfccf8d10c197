package io.lakewarden.jobs.cli;

import io.lakewarden.jobs.run.Jobs;
import io.lakewarden.jobs.run.RunOutcome;
import io.lakewarden.jobs.run.RunRequest;
import picocli.CommandLine.Command;

/** {@code lakewarden report}. */
@Command(
        name = "report",
        description = {"Render the reports of stored runs again.", "Reads what the run has stored; starts no Spark."},
        footerHeading = "%nExamples:%n",
        footer = {
            "  lakewarden report -c bike-sharing.yaml --window 2012-01-01/2012-02-01",
            "  lakewarden report -c bike-sharing.yaml --window 2012-01-01/2013-01-01 --output reports"
        })
final class ReportCommand extends WindowsCommand {
    ReportCommand(Context context) {
        super(context);
    }

    @Override
    RunOutcome execute(Jobs jobs, RunRequest request) {
        return jobs.report(request);
    }
}
