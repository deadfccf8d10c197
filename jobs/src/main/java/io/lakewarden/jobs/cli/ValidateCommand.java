package io.lakewarden.jobs.cli;

import io.lakewarden.jobs.run.Jobs;
import io.lakewarden.jobs.run.RunOutcome;
import io.lakewarden.jobs.run.RunRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code lakewarden validate}. */
@Command(
        name = "validate",
        description = {
            "Hold the rows against the monitor's rules, and judge the windows with what that finds.",
            "What stored profiles know exactly is not read again; 'run' validates too."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  lakewarden validate -c trips.yaml --window 2026-03-01/2026-04-01",
            "  lakewarden validate -c trips.yaml --window 2026-03-01/2026-04-01 --fail-on warn --format json",
            "  lakewarden validate -c trips.yaml --window 2026-03-01/2026-04-01 --replay"
        })
final class ValidateCommand extends WindowsCommand {
    @Option(
            names = "--replay",
            description = {
                "Judge the rows that quarantine holds of the windows again, after rules or rows were put right:",
                "rows that are right now become clean. The source is not read."
            })
    private boolean replay;

    ValidateCommand(Context context) {
        super(context);
    }

    @Override
    RunOutcome execute(Jobs jobs, RunRequest request) {
        return replay ? jobs.replay(request) : jobs.validate(request);
    }
}
