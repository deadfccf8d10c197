package io.lakewarden.jobs.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code lakewarden config}: its subcommands do the work. */
@Command(
        name = "config",
        description = "Check a monitor file, or show it with its defaults. Starts no Spark.",
        synopsisSubcommandLabel = "(check | show)",
        footerHeading = "%nExamples:%n",
        footer = {"  lakewarden config check -c bike-sharing.yaml", "  lakewarden config show -c bike-sharing.yaml"})
final class ConfigCommand {
    @SuppressWarnings("UnusedVariable") // picocli reads it
    @Mixin
    private HelpOption help;
}
