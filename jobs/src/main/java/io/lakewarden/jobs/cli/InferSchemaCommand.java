package io.lakewarden.jobs.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lakewarden.jobs.config.MonitorConfig;
import io.lakewarden.jobs.config.SchemaConfig;
import io.lakewarden.jobs.config.UserException;
import io.lakewarden.jobs.run.ExitCode;
import io.lakewarden.jobs.run.Jobs;
import io.lakewarden.jobs.run.SchemaOutcome;
import io.lakewarden.jobs.run.SchemaRequest;
import io.lakewarden.jobs.run.SchemaRequest.Action;
import io.lakewarden.result.Window;
import io.lakewarden.schema.SchemaInference;
import io.lakewarden.yaml.Locations;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code lakewarden infer-schema}. */
@Command(
        name = "infer-schema",
        description = {
            "Learn from data what to expect of each column, and write it as a schema file for people to edit.",
            "Learns on some folds of the reference and checks on the others, in one scan or from stored profiles; the",
            "evidence stands beside each expectation. With --update: relaxes a file that is there, and prints the changes."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  lakewarden infer-schema -c trips.yaml",
            "  lakewarden infer-schema -c trips.yaml --window 2026-03-01/2026-04-01 --output schemas/trips.yaml",
            "  lakewarden infer-schema -c trips.yaml --update",
            "  lakewarden infer-schema -c trips.yaml --update --tighten --yes"
        })
final class InferSchemaCommand implements Callable<Integer> {
    private final Context context;

    @Mixin
    private MonitorOption monitor;

    @Option(
            names = "--window",
            paramLabel = "START/END",
            description = "The time to learn from, in UTC, such as 2026-01-01/2026-07-01. Default: the reference.")
    private Window window;

    @Option(
            names = "--store",
            paramLabel = "URI",
            description = "Where stored profiles are. Default: the monitor's store.")
    private String store;

    @Option(
            names = "--output",
            paramLabel = "FILE",
            description = "The schema file. Default: the one that the monitor names, otherwise schema.yaml.")
    private Path output;

    @Option(
            names = "--update",
            description = "Bring a schema file up to date, and leave what people wrote where it is.")
    private boolean update;

    @Option(
            names = "--tighten",
            description = "With --update: also make expectations stronger where the data keep more than is expected.")
    private boolean tighten;

    @Option(names = "--yes", description = "With --update: approve the changes, so that they are written.")
    private boolean yes;

    @Option(names = "--force", description = "Replace a schema file that is there.")
    private boolean force;

    @Option(
            names = "--folds",
            paramLabel = "COUNT",
            description = "Divide the data into so many folds at most; windows of the monitor where they are not more."
                    + " Default: ${DEFAULT-VALUE}.")
    private int folds = 12;

    @Option(
            names = "--max-domain",
            paramLabel = "COUNT",
            description = "How many values the domain of a text column may list. Default: ${DEFAULT-VALUE}.")
    private int mostValues = SchemaInference.MOST_VALUES;

    @Mixin
    private OutputOptions options;

    InferSchemaCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        MonitorConfig config = monitor.load(context);
        context.console().hide(config.secrets());
        SchemaRequest request = new SchemaRequest(
                config,
                window(config),
                store == null ? config.store() : Locations.resolve(Path.of(""), store),
                file(config),
                action(),
                atLeastOne("--folds", folds),
                atLeastOne("--max-domain", mostValues));
        try (Jobs jobs = context.openJobs()) {
            SchemaOutcome outcome = jobs.inferSchema(request);
            context.console().result(options.format() == OutputFormat.JSON ? json(outcome) : text(outcome, request));
            return ExitCode.OK.code();
        }
    }

    private Optional<Window> window(MonitorConfig config) {
        if (window != null && config.time().isEmpty()) {
            throw new UserException("--window is a range of time, but the monitor has no time.column; leave it out to"
                    + " learn from the reference");
        }
        return Optional.ofNullable(window);
    }

    private Path file(MonitorConfig config) {
        return Optional.ofNullable(output)
                .or(() -> config.schema().map(SchemaConfig::file).map(Path::of))
                .orElse(Path.of("schema.yaml"));
    }

    private Action action() {
        if (update && force) {
            throw new UserException("--update and --force exclude each other; --force writes a new file");
        }
        if (!update && (tighten || yes)) {
            throw new UserException((tighten ? "--tighten" : "--yes") + " is for --update; add it");
        }
        if (!update) {
            return force ? Action.REPLACE : Action.CREATE;
        }
        if (tighten) {
            return yes ? Action.TIGHTEN : Action.PREVIEW_TIGHTENED;
        }
        return yes ? Action.RELAX : Action.PREVIEW_RELAXED;
    }

    private static int atLeastOne(String option, int value) {
        if (value < 1) {
            throw new UserException(option + " is " + value + "; expected at least 1");
        }
        return value;
    }

    private static String text(SchemaOutcome outcome, SchemaRequest request) {
        String learned = " from " + outcome.basis() + ": " + outcome.columns() + " columns, " + outcome.constraints()
                + " constraints";
        if (!request.action().updates()) {
            return "Wrote " + outcome.file() + learned + ".\nLook it over, and name it in the monitor: schema: "
                    + outcome.file();
        }
        if (outcome.diff().isEmpty()) {
            return outcome.file() + " accepts the data already, nothing to change" + learned + ".";
        }
        return outcome.diff()
                + (outcome.written()
                        ? "Changed " + outcome.file() + learned + "."
                        : "Nothing was written. Approve these changes to " + outcome.file() + " with --yes.");
    }

    private static String json(SchemaOutcome outcome) {
        ObjectNode document = new ObjectMapper().createObjectNode();
        document.put("file", outcome.file().toString());
        document.put("written", outcome.written());
        document.put("diff", outcome.diff());
        document.put("learned_from", outcome.basis());
        document.put("columns", outcome.columns());
        document.put("constraints", outcome.constraints());
        return document.toPrettyString();
    }
}
