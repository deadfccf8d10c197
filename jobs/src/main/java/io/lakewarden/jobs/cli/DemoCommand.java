package io.lakewarden.jobs.cli;

import io.lakewarden.jobs.run.DemoRequest;
import io.lakewarden.jobs.run.ExitCode;
import io.lakewarden.jobs.run.Jobs;
import io.lakewarden.jobs.run.RunOutcome;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code lakewarden demo}. */
@Command(
        name = "demo",
        description = {
            "Make the data of a lending portfolio, with known incidents, and run the main job over its months.",
            "Findings are the point of it and fail nothing: the exit code is 0 unless something breaks."
        },
        footerHeading = "%nExamples:%n",
        footer = {"  lakewarden demo", "  lakewarden demo --seed 7 --output /tmp/demo"})
final class DemoCommand implements Callable<Integer> {
    private final Context context;

    @Option(
            names = "--output",
            paramLabel = "DIR",
            description = "Folder for the data, the store and the reports. Default: lakewarden-demo.")
    private Path output = Path.of("lakewarden-demo");

    @Option(names = "--seed", paramLabel = "NUMBER", description = "Seed of the data. Default: 2.")
    private long seed = DemoRequest.DEFAULT_SEED;

    @Mixin
    private OutputOptions options;

    DemoCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        try (Jobs jobs = context.openJobs()) {
            RunOutcome outcome =
                    jobs.demo(new DemoRequest(output.toAbsolutePath().normalize(), seed));
            ExitCode exitCode = withoutJudgement(outcome.exitCode());
            new OutcomePrinter(context.console(), options.format()).print("demo", outcome, exitCode);
            return exitCode.code();
        }
    }

    private static ExitCode withoutJudgement(ExitCode exitCode) {
        return switch (exitCode) {
            case UNEXPECTED, USAGE -> exitCode;
            case FINDINGS, UNDECIDABLE, OK, EMPTY -> ExitCode.OK;
        };
    }
}
