package io.lakewarden.jobs.cli;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How a command writes, and its help. */
final class OutputOptions {
    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "How the result is written to stdout: text or json. Default: text.")
    private OutputFormat format = OutputFormat.TEXT;

    @SuppressWarnings(
            "UnusedVariable") // picocli only needs to know it: UsageErrors must see it before parsing succeeds
    @Option(names = UsageErrors.VERBOSE, description = "Show stack traces of errors.")
    private boolean verbose;

    @SuppressWarnings("UnusedVariable") // picocli reads it
    @Mixin
    private HelpOption help;

    OutputFormat format() {
        return format;
    }
}
