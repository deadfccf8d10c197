package io.lakewarden.jobs.cli;

import picocli.CommandLine.Option;

/** How a command writes; {@code --help} too, so that every command has it. */
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
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help and end.")
    private boolean help;

    OutputFormat format() {
        return format;
    }
}
