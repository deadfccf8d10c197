package io.lakewarden.benchmarks.drift;

import io.lakewarden.benchmarks.OptionValue;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What the command line of {@link DriftStudy} asks for.
 *
 * @param sizes rows of a window
 * @param draws windows for each rate
 * @param seed of all draws
 * @param output where the result goes as JSON, beside the table on stdout
 */
record StudyOptions(List<Integer> sizes, int draws, long seed, Optional<Path> output) {
    /**
     * Reads the arguments.
     *
     * @throws IllegalArgumentException with one sentence for people
     */
    static StudyOptions parse(String... arguments) {
        List<Integer> sizes = List.of(100, 1_000, 10_000);
        int draws = 400;
        long seed = 1;
        Optional<Path> output = Optional.empty();
        for (int i = 0; i < arguments.length; i += 2) {
            if (i + 1 == arguments.length) {
                throw new IllegalArgumentException("'" + arguments[i] + "' needs a value");
            }
            String option = arguments[i];
            String value = arguments[i + 1];
            switch (option) {
                case "--sizes" ->
                    sizes = Arrays.stream(value.split(",", -1))
                            .map(size -> OptionValue.count(option, size))
                            .toList();
                case "--draws" -> draws = OptionValue.count(option, value);
                case "--seed" -> seed = OptionValue.wholeNumber(option, value);
                case "--output" -> output = Optional.of(Path.of(value));
                default ->
                    throw new IllegalArgumentException(
                            "unknown option '" + option + "'; expected --sizes, --draws, --seed or --output");
            }
        }
        return new StudyOptions(sizes, draws, seed, output);
    }
}
