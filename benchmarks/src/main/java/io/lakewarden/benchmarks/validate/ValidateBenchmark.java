package io.lakewarden.benchmarks.validate;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import io.lakewarden.benchmarks.profile.Contestant;
import io.lakewarden.benchmarks.profile.ContestantException;
import io.lakewarden.benchmarks.profile.Heat;
import io.lakewarden.benchmarks.profile.JavaCommand;
import io.lakewarden.benchmarks.profile.MachineFacts;
import io.lakewarden.benchmarks.profile.Standing;
import io.lakewarden.benchmarks.profile.TableCache;
import io.lakewarden.benchmarks.profile.WorkerProcess;
import io.lakewarden.benchmarks.profile.table.TableFiles;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Measures what forty rules cost, beside Deequ's own suite with the same checks, and that they are judged alike. */
public final class ValidateBenchmark {
    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new Jdk8Module())
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .serializationInclusion(JsonInclude.Include.NON_ABSENT)
            .build();
    private static final String WORKER = "io.lakewarden.benchmarks.validate.worker.ValidateWorker";
    private static final int HEAP_MIB = 4_096;
    private static final Duration TELL_LIMIT = Duration.ofMinutes(1);

    /** Apart, so that all processes of a heat fit into memory together. */
    private static final List<List<Competitor>> HEATS = List.of(
            List.of(Competitor.DEEQU, Competitor.OURS_ALONE, Competitor.OURS_STANDING),
            List.of(Competitor.OURS_COMMAND, Competitor.OURS_QUARANTINE, Competitor.BARE_WRITE));

    private final ValidateOptions options;
    private final Path table;
    private final List<Standing> standings = new ArrayList<>();
    private final Map<String, JsonNode> told = new LinkedHashMap<>();

    private ValidateBenchmark(ValidateOptions options, Path table) {
        this.options = options;
        this.table = table;
    }

    /** Prints what was measured; ends with 1 where rules were not judged alike. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        ValidateOptions options;
        try {
            options = ValidateOptions.parse(arguments);
        } catch (IllegalArgumentException e) {
            System.err.println("validate: " + e.getMessage());
            System.exit(2);
            return;
        }
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        Path table = new TableCache(options.data(), options.work()).table(options.size());
        ValidateResult result = new ValidateBenchmark(options, table).run();
        out.print(ValidateTable.text(result));
        if (options.output().isPresent()) {
            Path file = options.output().get();
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(result) + "\n");
            out.println("written to " + file);
        }
        if (!result.differences().isEmpty()) {
            System.exit(1);
        }
    }

    private ValidateResult run() throws IOException {
        for (List<Competitor> heat : HEATS) {
            List<Competitor> chosen =
                    heat.stream().filter(options.only()::contains).toList();
            if (!chosen.isEmpty()) {
                heat(chosen);
            }
        }
        return new Comparison(options, standings, told).result(TableFiles.bytes(table), MachineFacts.read());
    }

    private void heat(List<Competitor> competitors) throws IOException {
        List<Contestant> contestants = new ArrayList<>();
        try {
            for (Competitor competitor : competitors) {
                try {
                    contestants.add(start(competitor));
                } catch (ContestantException e) {
                    standings.add(Standing.absent(competitor.id(), e.getMessage()));
                }
            }
            standings.addAll(new Heat(options.rounds(), System::nanoTime).run(contestants, options.limit()));
            for (Contestant contestant : contestants) {
                tell(contestant);
            }
        } finally {
            contestants.forEach(Contestant::close);
            for (Competitor competitor : competitors) {
                delete(folder(competitor));
            }
        }
    }

    private Contestant start(Competitor competitor) throws IOException, ContestantException {
        delete(folder(competitor));
        Files.createDirectories(folder(competitor));
        return WorkerProcess.start(
                competitor.id(),
                JavaCommand.of(
                        HEAP_MIB,
                        options.work(),
                        WORKER,
                        competitor.id(),
                        table.toString(),
                        folder(competitor).toString()),
                options.work().resolve("logs").resolve(options.size() + "-" + competitor.id() + ".log"),
                options.limit());
    }

    private void tell(Contestant contestant) {
        try {
            told.put(contestant.competitor(), contestant.ask("tell", TELL_LIMIT));
        } catch (ContestantException e) {
            System.err.println(contestant.competitor() + " tells nothing: " + e.getMessage());
        }
    }

    private Path folder(Competitor competitor) {
        return options.work().resolve(competitor.id());
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file :
                        files.sorted((one, other) -> other.compareTo(one)).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
