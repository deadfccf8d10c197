package io.lakewarden.jobs.cli;

import io.lakewarden.jobs.config.SchemaFile;
import io.lakewarden.jobs.run.ExitCode;
import io.lakewarden.schema.ForeignSchema;
import io.lakewarden.schema.tfdv.TfdvWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code lakewarden schema export}. */
@Command(
        name = "export",
        description = {"Write TFDV's schema.pbtxt from a schema file. Says what TFDV has no word for. Starts no Spark."
        },
        footerHeading = "%nExamples:%n",
        footer = {"  lakewarden schema export schema.yaml", "  lakewarden schema export schema.yaml --output tfdv.pbtxt"
        })
final class SchemaExportCommand implements Callable<Integer> {
    private final Context context;

    @Parameters(index = "0", paramLabel = "FILE", description = "The schema file.")
    private Path file;

    @Option(names = "--output", paramLabel = "FILE", description = "The file to write. Default: schema.pbtxt.")
    private Path output = Path.of("schema.pbtxt");

    @Option(names = "--force", description = "Replace the file where it is there already.")
    private boolean force;

    @Mixin
    private OutputOptions options;

    SchemaExportCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        ForeignSchema<String> written = TfdvWriter.write(SchemaFile.load(file));
        TextFiles.write(output, written.content(), force);
        new WrittenSchema(output, written.lost()).print(context.console(), options.format());
        return ExitCode.OK.code();
    }
}
