package io.lakewarden.jobs.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lakewarden.jobs.init.Guess;
import io.lakewarden.jobs.init.InitOutcome;
import io.lakewarden.jobs.init.InitRequest;
import io.lakewarden.jobs.run.ExitCode;
import io.lakewarden.jobs.run.Jobs;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code lakewarden init}. */
@Command(
        name = "init",
        description = {
            "Look at data and write a first monitor file for them, with the reason of each guess beside it.",
            "Reads Parquet, Delta, CSV and JSON lines, and tables of databases; finds out separator, header, encoding, types,",
            "times and how they are written, values that mean none, codes, ids, label and prediction. Prints the command to run next."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  lakewarden init data/hour.csv",
            "  lakewarden init data/trips --timestamp started_at --label duration --prediction eta",
            "  lakewarden init s3a://lake/trips --output trips.yaml --force",
            "  lakewarden init jdbc:postgresql://db/lake --table public.trips --user me --password-variable PGPASSWORD"
        })
final class InitCommand implements Callable<Integer> {
    /** How {@code bin/lakewarden} was called, so that what is printed can be typed. */
    private static final String CALLED = "LAKEWARDEN_COMMAND";

    private static final int TOPIC_WIDTH = 12;

    private final Context context;

    @Parameters(index = "0", paramLabel = "DATA", description = "A file or folder, the URI of one, or a jdbc: URL.")
    private String data;

    @Mixin
    private DatabaseOptions databaseOptions;

    @Option(
            names = "--timestamp",
            paramLabel = "COLUMN",
            description = "The column that says when a row happened. Default: guessed.")
    private String timestamp;

    @Option(
            names = "--label",
            paramLabel = "COLUMN",
            description = "The column that the model predicts. Default: guessed by name.")
    private String label;

    @Option(
            names = "--prediction",
            paramLabel = "COLUMN",
            description = "What the model puts out. May be given more than once. Default: guessed by name.")
    private List<String> predictions = new ArrayList<>();

    @Option(names = "--output", paramLabel = "FILE", description = "The file to write. Default: monitor.yaml.")
    private Path output = Path.of("monitor.yaml");

    @Option(names = "--force", description = "Replace the file where it is there already.")
    private boolean force;

    @Mixin
    private OutputOptions options;

    InitCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        InitRequest request = new InitRequest(
                data,
                databaseOptions.database(data, context.environment()),
                Optional.ofNullable(timestamp),
                Optional.ofNullable(label),
                predictions,
                output,
                LocalDate.ofInstant(context.clock().instant(), ZoneOffset.UTC),
                force);
        try (Jobs jobs = context.openJobs()) {
            InitOutcome outcome = jobs.init(request);
            context.console().result(options.format() == OutputFormat.JSON ? json(outcome) : text(outcome));
            return ExitCode.OK.code();
        }
    }

    private String text(InitOutcome outcome) {
        String guesses = outcome.guesses().stream().map(InitCommand::line).collect(Collectors.joining("\n"));
        return guesses + "\nWrote " + outcome.file()
                + ", with these reasons beside each key. Look it over, then run\n  " + command(outcome);
    }

    private static String line(Guess guess) {
        return String.format(
                Locale.ROOT,
                "%s %-" + TOPIC_WIDTH + "s %s",
                guess.doubtful() ? "?" : " ",
                guess.topic(),
                oneLine(guess.sentence()));
    }

    /** Names of columns may hold anything, line breaks and terminal commands among it. */
    private static String oneLine(String sentence) {
        return sentence.replaceAll("\\p{Cntrl}+", " ");
    }

    private String command(InitOutcome outcome) {
        String called = context.environment().getOrDefault(CALLED, "lakewarden");
        return Shell.quoted(called) + " "
                + outcome.next().stream().map(Shell::quoted).collect(Collectors.joining(" "));
    }

    private String json(InitOutcome outcome) {
        ObjectNode document = new ObjectMapper().createObjectNode();
        document.put("file", outcome.file().toString());
        document.put("command", command(outcome));
        ArrayNode guesses = document.putArray("guesses");
        outcome.guesses().forEach(guess -> guesses.addObject()
                .put("topic", guess.topic())
                .put("sentence", guess.sentence())
                .put("doubtful", guess.doubtful()));
        return document.toPrettyString();
    }
}
