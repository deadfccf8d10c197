package io.lakewarden.jobs.cli;

import io.lakewarden.jobs.config.ConfigException;
import io.lakewarden.jobs.config.UserException;
import io.lakewarden.jobs.run.ExitCode;
import io.lakewarden.schema.ForeignSchema;
import io.lakewarden.schema.SchemaComments;
import io.lakewarden.schema.SchemaText;
import io.lakewarden.schema.TableSchema;
import io.lakewarden.schema.sagemaker.SageMakerReader;
import io.lakewarden.schema.spark.StructTypeReader;
import io.lakewarden.schema.tfdv.TfdvReader;
import io.lakewarden.yaml.Reading;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code lakewarden schema import}. */
@Command(
        name = "import",
        description = {
            "Write a schema file from TFDV's schema.pbtxt, from constraints.json or statistics.json of SageMaker Model",
            "Monitor, or from the JSON of a Spark StructType. Says what could not be taken over. Starts no Spark."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  lakewarden schema import --from tfdv schema.pbtxt",
            "  lakewarden schema import --from sagemaker constraints.json --output schemas/trips.yaml"
        })
final class SchemaImportCommand implements Callable<Integer> {
    private final Context context;

    @Parameters(index = "0", paramLabel = "FILE", description = "The file of the other tool.")
    private Path file;

    @Option(
            names = "--from",
            paramLabel = "TOOL",
            required = true,
            description = "What wrote it: tfdv, sagemaker or spark.")
    private SchemaTool tool;

    @Option(names = "--output", paramLabel = "FILE", description = "The schema file to write. Default: schema.yaml.")
    private Path output = Path.of("schema.yaml");

    @Option(names = "--force", description = "Replace the file where it is there already.")
    private boolean force;

    @Mixin
    private OutputOptions options;

    SchemaImportCommand(Context context) {
        this.context = context;
    }

    /** What other schemas come from. */
    enum SchemaTool {
        TFDV(TfdvReader::read),
        SAGEMAKER(SageMakerReader::read),
        SPARK(StructTypeReader::read);

        @SuppressWarnings("ImmutableEnumChecker") // a method without state
        private final BiFunction<String, Reading, Optional<ForeignSchema<TableSchema>>> reader;

        SchemaTool(BiFunction<String, Reading, Optional<ForeignSchema<TableSchema>>> reader) {
            this.reader = reader;
        }
    }

    @Override
    public Integer call() {
        Reading reading = new Reading(file, "schema", Map.of());
        Optional<ForeignSchema<TableSchema>> read = tool.reader.apply(TextFiles.read(file), reading);
        if (read.isEmpty() || !reading.problems().isEmpty()) {
            throw new ConfigException(reading.problems());
        }
        if (read.get().content().columns().isEmpty()) {
            throw new UserException("'" + file + "' describes no column; expected a schema with columns");
        }
        SchemaComments comments = SchemaComments.NONE.under(
                List.of("Imported from " + file.getFileName() + ". Change whatever you know better."));
        TextFiles.write(output, SchemaText.of(read.get().content(), comments), force);
        new WrittenSchema(output, read.get().lost()).print(context.console(), options.format());
        return ExitCode.OK.code();
    }
}
