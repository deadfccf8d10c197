package io.lakewarden.benchmarks.validate;

import io.lakewarden.benchmarks.Option;
import io.lakewarden.benchmarks.OptionValue;
import io.lakewarden.benchmarks.profile.table.Recipe;
import io.lakewarden.benchmarks.profile.table.TableSize;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What the command line of {@link ValidateBenchmark} asks for.
 *
 * @param size the table
 * @param only who takes part
 * @param rounds measured ones
 * @param limit how long a competitor may take in all
 * @param data cache of the tables
 * @param work where logs, stores and copies go
 * @param output where the result goes as JSON, beside the table on stdout
 */
record ValidateOptions(
        TableSize size,
        List<Competitor> only,
        int rounds,
        Duration limit,
        Path data,
        Path work,
        Optional<Path> output) {
    private static final int COLUMNS = Recipe.values().length;
    private static final TableSize SMALL = new TableSize(1_000_000, COLUMNS);
    private static final TableSize FULL = new TableSize(10_000_000, COLUMNS);
    private static final int USUAL_ROUNDS = 5;
    private static final Duration LIMIT = Duration.ofMinutes(15);

    /**
     * Reads the arguments; {@code --home}, which the shell script gives, is the folder of this module.
     *
     * @throws IllegalArgumentException with one sentence for people
     */
    static ValidateOptions parse(String... arguments) {
        TableSize size = SMALL;
        List<Competitor> only = List.of(Competitor.values());
        int rounds = USUAL_ROUNDS;
        Path home = Path.of("benchmarks");
        Optional<Path> data = Optional.empty();
        Optional<Path> output = Optional.empty();
        for (Option option : Option.in(arguments)) {
            String value = option.value();
            switch (option.name()) {
                case "--scale" -> size = scale(value);
                case "--size" -> size = size(value);
                case "--only" -> only = Competitor.parse(value);
                case "--rounds" -> rounds = OptionValue.count(option.name(), value);
                case "--home" -> home = Path.of(value);
                case "--data" -> data = Optional.of(Path.of(value));
                case "--output" -> output = Optional.of(Path.of(value));
                default ->
                    throw new IllegalArgumentException("unknown option '" + option.name()
                            + "'; expected --scale, --size, --only, --rounds, --data or --output");
            }
        }
        Path target = home.resolve("target").toAbsolutePath();
        return new ValidateOptions(
                size,
                only,
                rounds,
                LIMIT,
                data.orElse(target.resolve("profile-data")).toAbsolutePath(),
                target.resolve("validate-work"),
                output);
    }

    private static TableSize scale(String value) {
        return switch (value) {
            case "small" -> SMALL;
            case "full" -> FULL;
            default -> throw new IllegalArgumentException("--scale takes small or full, but got '" + value + "'");
        };
    }

    private static TableSize size(String value) {
        TableSize size = TableSize.parse(value);
        if (size.columns() != COLUMNS) {
            throw new IllegalArgumentException(
                    "the rules are about " + COLUMNS + " columns, but got a table of " + size.columns());
        }
        return size;
    }
}
