package io.lakewarden.benchmarks.profile;

import io.lakewarden.benchmarks.Option;
import io.lakewarden.benchmarks.OptionValue;
import io.lakewarden.benchmarks.profile.table.TableSize;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What the command line of {@link ProfileBenchmark} asks for.
 *
 * @param scale how large the tables are
 * @param sizes tables in place of the scale's; growth is not measured then
 * @param only competitors to run, ours always among them
 * @param rounds measured ones
 * @param limit how long a competitor may take on one table in all
 * @param data cache of the tables
 * @param work where environments and logs go
 * @param scripts the Python sources
 * @param output where the result goes as JSON, beside the table on stdout
 */
record ProfileOptions(
        Scale scale,
        Optional<List<TableSize>> sizes,
        Optional<List<Competitor>> only,
        int rounds,
        Duration limit,
        Path data,
        Path work,
        Path scripts,
        Optional<Path> output) {
    private static final int USUAL_ROUNDS = 5;

    /**
     * Reads the arguments; {@code --home}, which the shell script gives, is the folder of this module.
     *
     * @throws IllegalArgumentException with one sentence for people
     */
    static ProfileOptions parse(String... arguments) {
        Scale scale = Scale.SMALL;
        Optional<List<TableSize>> sizes = Optional.empty();
        Optional<List<Competitor>> only = Optional.empty();
        int rounds = USUAL_ROUNDS;
        Optional<Duration> limit = Optional.empty();
        Path home = Path.of("benchmarks");
        Optional<Path> data = Optional.empty();
        Optional<Path> output = Optional.empty();
        for (Option option : Option.in(arguments)) {
            String value = option.value();
            switch (option.name()) {
                case "--scale" -> scale = Scale.named(value);
                case "--sizes" -> sizes = Optional.of(TableSize.parseAll(value));
                case "--only" -> only = Optional.of(Competitor.parse(value));
                case "--rounds" -> rounds = OptionValue.count(option.name(), value);
                case "--limit" -> limit = Optional.of(Duration.ofSeconds(OptionValue.count(option.name(), value)));
                case "--home" -> home = Path.of(value);
                case "--data" -> data = Optional.of(Path.of(value));
                case "--output" -> output = Optional.of(Path.of(value));
                default ->
                    throw new IllegalArgumentException("unknown option '" + option.name()
                            + "'; expected --scale, --sizes, --only, --rounds, --limit, --data or --output");
            }
        }
        return new ProfileOptions(
                scale,
                sizes,
                only,
                rounds,
                limit.orElse(scale.limit()),
                data.orElse(home.resolve("target/profile-data")),
                home.resolve("target/profile-work"),
                home.resolve("src/main/python"),
                output);
    }

    /** The tables to read, with those of their readers that were asked for. */
    List<Trial> trials() {
        List<Trial> all = sizes.map(Scale::trials).orElseGet(scale::trials);
        return all.stream()
                .map(this::chosen)
                .filter(trial -> !trial.heats().isEmpty())
                .toList();
    }

    /** Heats that are left with ours alone are run once, if nobody but ours was asked for. */
    private Trial chosen(Trial trial) {
        if (only.isEmpty()) {
            return trial;
        }
        List<List<Competitor>> heats = trial.heats().stream()
                .map(heat -> heat.stream()
                        .filter(competitor ->
                                competitor == Competitor.OURS || only.get().contains(competitor))
                        .toList())
                .toList();
        List<List<Competitor>> contested =
                heats.stream().filter(heat -> heat.size() > 1).toList();
        boolean oursAlone = only.get().equals(List.of(Competitor.OURS));
        return new Trial(trial.size(), oursAlone ? heats.subList(0, 1) : contested);
    }

    /** Whether growth over rows and columns is measured. */
    boolean measuresGrowth() {
        return sizes.isEmpty()
                && only.map(chosen -> chosen.contains(Competitor.OURS)).orElse(true);
    }
}
