package io.lakewarden.jobs.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code lakewarden schema}: schema files and those of other tools. */
@Command(
        name = "schema",
        description = "Turn the schemas of other tools into schema files, and back.",
        synopsisSubcommandLabel = "(import | export)",
        footerHeading = "%nExamples:%n",
        footer = {
            "  lakewarden schema import --from tfdv schema.pbtxt",
            "  lakewarden schema export schema.yaml --output schema.pbtxt"
        })
final class SchemaCommand {
    @SuppressWarnings("UnusedVariable") // picocli reads it
    @Mixin
    private HelpOption help;

    static CommandLine create(Context context) {
        return new CommandLine(new SchemaCommand())
                .addSubcommand(new SchemaImportCommand(context))
                .addSubcommand(new SchemaExportCommand(context));
    }
}
