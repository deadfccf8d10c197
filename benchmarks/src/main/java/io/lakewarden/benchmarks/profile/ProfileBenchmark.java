package io.lakewarden.benchmarks.profile;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import io.lakewarden.benchmarks.profile.ProfileResult.Description;
import io.lakewarden.benchmarks.profile.ProfileResult.Growth;
import io.lakewarden.benchmarks.profile.ProfileResult.SizeResult;
import io.lakewarden.benchmarks.profile.table.TableFiles;
import io.lakewarden.benchmarks.profile.table.TableSize;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Measures how long a profile takes, beside everything else that profiles, and how right it is. */
public final class ProfileBenchmark {
    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new Jdk8Module())
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .serializationInclusion(JsonInclude.Include.NON_ABSENT)
            .build();

    private final ProfileOptions options;
    private final Arena arena;
    private final PrintStream out;
    private final Map<String, Description> descriptions = new LinkedHashMap<>();

    private ProfileBenchmark(ProfileOptions options, PrintStream out) {
        this.options = options;
        this.arena = new Arena(options);
        this.out = out;
    }

    /** Prints a table for each size, and writes the result where {@code --output} says. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        ProfileOptions options;
        try {
            options = ProfileOptions.parse(arguments);
        } catch (IllegalArgumentException e) {
            System.err.println("profile: " + e.getMessage());
            System.exit(2);
            return;
        }
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        ProfileResult result = new ProfileBenchmark(options, out).run();
        if (options.output().isPresent()) {
            write(result, options.output().get());
            out.println("written to " + options.output().get());
        }
    }

    private ProfileResult run() throws IOException, InterruptedException {
        MachineFacts machine = MachineFacts.read();
        out.print(ProfileTable.machine(machine));
        List<SizeResult> sizes = new ArrayList<>();
        for (Trial trial : options.trials()) {
            SizeResult size = run(trial);
            sizes.add(size);
            out.print(ProfileTable.size(size));
        }
        SortedMap<String, Growth> growth = options.measuresGrowth() ? growth() : new TreeMap<>();
        out.print(ProfileTable.growth(growth));
        out.print(ProfileTable.descriptions(descriptions));
        return new ProfileResult(
                options.scale().word(),
                options.rounds(),
                options.limit().toSeconds(),
                machine,
                descriptions,
                sizes,
                growth);
    }

    private SizeResult run(Trial trial) throws IOException, InterruptedException {
        List<List<Standing>> heats = new ArrayList<>();
        Optional<JsonNode> accuracy = Optional.empty();
        for (List<Competitor> heat : trial.heats()) {
            Arena.Outcome outcome = arena.heat(trial.size(), heat, accuracy.isEmpty());
            accuracy = accuracy.or(outcome::accuracy);
            outcome.standings().forEach(this::describe);
            heats.add(outcome.standings());
        }
        return Results.size(trial.size(), TableFiles.bytes(arena.table(trial.size())), heats, accuracy);
    }

    private void describe(Standing standing) {
        Competitor competitor = Competitor.named(standing.competitor());
        descriptions.merge(
                competitor.id(),
                new Description(standing.version(), competitor.statistics(), competitor.errors(), competitor.heapMib()),
                (known, found) -> known.version().isEmpty() ? found : known);
    }

    private SortedMap<String, Growth> growth() throws IOException, InterruptedException {
        List<TableSize> longer = options.scale().growingRows();
        List<TableSize> wider = options.scale().growingColumns();
        SortedMap<String, Growth> growth = new TreeMap<>();
        growth.put("rows", Results.growth(longer, arena.ours(longer), TableSize::rows));
        growth.put("columns", Results.growth(wider, arena.ours(wider), TableSize::columns));
        return growth;
    }

    private static void write(ProfileResult result, Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(result) + "\n");
    }
}
