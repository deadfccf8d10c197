package io.lakewarden.jobs.cli;

import io.lakewarden.jobs.run.Jobs;
import io.lakewarden.jobs.run.RunOutcome;
import io.lakewarden.jobs.run.RunRequest;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

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
            "  lakewarden drift -c bike-sharing.yaml --window 2012-01-01/2012-02-01 --fail-on never --format json",
            "  lakewarden drift -c bike-sharing.yaml --window 2012-01-01/2012-02-01 --explain temp"
        })
final class DriftCommand extends WindowsCommand {
    @Option(
            names = "--explain",
            paramLabel = "COLUMN",
            description = {
                "Also say in words why this column is flagged or not: each check with its limits, its test, what is left",
                "of it among all columns, and the season. May be given more than once."
            })
    private List<String> explained = new ArrayList<>();

    DriftCommand(Context context) {
        super(context);
    }

    @Override
    List<String> explained() {
        return explained;
    }

    @Override
    RunOutcome execute(Jobs jobs, RunRequest request) {
        return jobs.drift(request);
    }
}
