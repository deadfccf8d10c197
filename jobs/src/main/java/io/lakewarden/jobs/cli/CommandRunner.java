package io.lakewarden.jobs.cli;

import io.lakewarden.jobs.run.ExitCode;
import io.lakewarden.jobs.run.Jobs;
import io.lakewarden.jobs.run.Progress;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import picocli.CommandLine;

/** Runs one command from its arguments to its exit code. */
final class CommandRunner {
    private static final int HELP_WIDTH = 110;

    private CommandRunner() {}

    /** Runs a command of this process. {@code bin/lakewarden} says whether stderr is a terminal; Java cannot tell. */
    static int run(String[] arguments, Function<Progress, Jobs> jobs) {
        Map<String, String> environment = System.getenv();
        boolean watched = "1".equals(environment.get("LAKEWARDEN_TTY"));
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        return run(arguments, new Context(new Console(out, err, watched), environment, Clock.systemUTC(), jobs));
    }

    /** Runs a command in the surroundings given. */
    static int run(String[] arguments, Context context) {
        List<String> words = Arrays.asList(arguments);
        UsageErrors errors = new UsageErrors(context.console(), words);
        try {
            StringWriter help = new StringWriter();
            CommandLine commandLine = LakewardenCommand.create(context)
                    .setExpandAtFiles(false)
                    .setUsageHelpWidth(HELP_WIDTH)
                    .setOut(new PrintWriter(help))
                    .setParameterExceptionHandler((error, ignored) -> errors.wrongUsage(error))
                    .setExecutionExceptionHandler((error, ignored, parsed) -> errors.failed(error));
            Converters.register(commandLine);
            if (arguments.length == 0) {
                context.console().complaint(commandLine.getUsageMessage().stripTrailing());
                return ExitCode.USAGE.code();
            }
            int exitCode = commandLine.execute(arguments);
            if (!help.toString().isEmpty()) {
                context.console().result(help.toString().stripTrailing());
            }
            return exitCode;
        } catch (Throwable e) {
            return errors.failed(e);
        }
    }
}
