package io.lakewarden.jobs.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code lakewarden}: the registry of its commands. */
@Command(
        name = "lakewarden",
        description = "Watches the tables and models of a data lake, with batch jobs on Apache Spark.",
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "Exit codes:",
            "  0   nothing at or above --fail-on",
            "  1   an unexpected or infrastructure error; worth a retry",
            "  2   wrong usage or configuration, or missing input; not worth one",
            "  3   a finding at or above --fail-on",
            "  4   undecidable: something could not be judged",
            "  99  the window holds no rows",
            "",
            "Examples:",
            "  lakewarden demo",
            "  lakewarden init data/hour.csv",
            "  lakewarden run -c bike-sharing.yaml --window 2012-01-01/2012-02-01",
            "  lakewarden run --help"
        })
final class LakewardenCommand {
    @SuppressWarnings("UnusedVariable") // picocli reads it
    @Mixin
    private HelpOption help;

    /** The whole command line; a new command is one line here. */
    static CommandLine create(Context context) {
        CommandLine config = new CommandLine(new ConfigCommand())
                .addSubcommand(new ConfigCheckCommand(context))
                .addSubcommand(new ConfigShowCommand(context));
        return new CommandLine(new LakewardenCommand())
                .addSubcommand(new DemoCommand(context))
                .addSubcommand(new InitCommand(context))
                .addSubcommand(new InferSchemaCommand(context))
                .addSubcommand(SchemaCommand.create(context))
                .addSubcommand(new RunCommand(context))
                .addSubcommand(new ProfileCommand(context))
                .addSubcommand(new ValidateCommand(context))
                .addSubcommand(new DriftCommand(context))
                .addSubcommand(ReportCommand.create(context))
                .addSubcommand("config", config);
    }
}
