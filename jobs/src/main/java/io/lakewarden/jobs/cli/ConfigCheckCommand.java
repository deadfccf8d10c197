package io.lakewarden.jobs.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lakewarden.jobs.config.ConfigException;
import io.lakewarden.jobs.config.MonitorLoader;
import io.lakewarden.jobs.config.SchemaFile;
import io.lakewarden.jobs.run.ExitCode;
import io.lakewarden.yaml.ConfigProblem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code lakewarden config check}. */
@Command(
        name = "check",
        description = {
            "Say everything that is wrong with monitor files and the schema files that they name, with line and column.",
            "The exit code is 0 where nothing is, and 2 otherwise. Starts no Spark and opens no table."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  lakewarden config check -c bike-sharing.yaml",
            "  lakewarden config check -c bike-sharing.yaml -c occupancy.yaml --format json"
        })
final class ConfigCheckCommand implements Callable<Integer> {
    private final Context context;

    @Option(
            names = {"-c", "--config"},
            paramLabel = "FILE",
            required = true,
            description = "A monitor file. May be given more than once.")
    private List<Path> files = new ArrayList<>();

    @Mixin
    private OutputOptions options;

    ConfigCheckCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        List<ConfigProblem> problems = new ArrayList<>();
        for (Path file : files) {
            List<ConfigProblem> ofFile = problemsOf(file);
            if (ofFile.isEmpty() && options.format() == OutputFormat.TEXT) {
                context.console().result(file + ": nothing wrong");
            }
            problems.addAll(ofFile);
        }
        if (options.format() == OutputFormat.JSON) {
            context.console().result(json(problems));
        } else {
            problems.forEach(problem -> context.console().complaint(problem.toString()));
        }
        return (problems.isEmpty() ? ExitCode.OK : ExitCode.USAGE).code();
    }

    private List<ConfigProblem> problemsOf(Path file) {
        try {
            MonitorLoader.load(file, context.environment()).schema().ifPresent(SchemaFile::load);
            return List.of();
        } catch (ConfigException e) {
            return e.problems();
        }
    }

    private static String json(List<ConfigProblem> problems) {
        ObjectNode document = new ObjectMapper().createObjectNode();
        ArrayNode array = document.putArray("problems");
        problems.forEach(problem -> array.addObject()
                .put("file", problem.file())
                .put("line", problem.line())
                .put("column", problem.column())
                .put("message", problem.message()));
        return document.toPrettyString();
    }
}
