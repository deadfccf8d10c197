package io.lakewarden.benchmarks.drift;

import io.lakewarden.benchmarks.Option;
import io.lakewarden.benchmarks.OptionValue;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What the command line of {@link DriftStudy} asks for.
 *
 * @param sizes rows of a window
 * @param draws windows for each rate of detection in windows of usual size; see {@link #draws(Law, int)}
 * @param seed of all draws
 * @param output where the result goes as JSON, beside the table on stdout
 */
record StudyOptions(List<Integer> sizes, int draws, long seed, Optional<Path> output) {
    /** Above so many rows a window is drawn less often. */
    private static final int LARGE = 100_000;

    /** Up to so many rows windows cost next to nothing. */
    private static final int SMALL = 1_000;

    /** Shifted windows for each rate: a quarter of the large ones, whose rates are seldom between 0 and 1. */
    int draws(Law law, int rows) {
        if (rows > LARGE) {
            return Math.max(2, draws / (law.comparesStatistics() ? 4 : 20));
        }
        return rows <= SMALL && law.comparesStatistics() ? 4 * draws : draws;
    }

    /**
     * Quiet windows, by which verdicts are judged and limits are set: of small ones so many that a rate below 1 % is told from 1 %
     * where alarms do occur.
     */
    int quietDraws(Law law, int rows) {
        if (rows > LARGE) {
            return draws;
        }
        return (rows > SMALL ? 5 : law.comparesStatistics() ? 100 : 20) * draws;
    }

    /**
     * Reads the arguments.
     *
     * @throws IllegalArgumentException with one sentence for people
     */
    static StudyOptions parse(String... arguments) {
        List<Integer> sizes = List.of(100, 1_000, 10_000, 1_000_000);
        int draws = 400;
        long seed = 1;
        Optional<Path> output = Optional.empty();
        for (Option option : Option.in(arguments)) {
            String value = option.value();
            switch (option.name()) {
                case "--sizes" ->
                    sizes = Arrays.stream(value.split(",", -1))
                            .map(size -> OptionValue.count(option.name(), size))
                            .toList();
                case "--draws" -> draws = OptionValue.count(option.name(), value);
                case "--seed" -> seed = OptionValue.wholeNumber(option.name(), value);
                case "--output" -> output = Optional.of(Path.of(value));
                default ->
                    throw new IllegalArgumentException(
                            "unknown option '" + option.name() + "'; expected --sizes, --draws, --seed or --output");
            }
        }
        return new StudyOptions(sizes, draws, seed, output);
    }
}
