package io.lakewarden.benchmarks;

import io.lakewarden.simulator.LendingPortfolio;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

/**
 * What the command line of {@link DemoTruth} asks for.
 *
 * @param seeds the portfolios to draw, in order
 * @param rows applications in each
 * @param output where the report goes as JSON, beside the table on stdout
 */
record DemoTruthOptions(List<Long> seeds, int rows, Optional<Path> output) {
    /** The first of the seeds that no default was ever chosen by. */
    static final long FIRST_EVALUATION_SEED = 4001;

    static final int EVALUATION_SEEDS = 50;

    /**
     * Reads the arguments.
     *
     * @throws IllegalArgumentException with one sentence for people
     */
    static DemoTruthOptions parse(String... arguments) {
        long first = FIRST_EVALUATION_SEED;
        int count = EVALUATION_SEEDS;
        int rows = LendingPortfolio.USUAL_ROWS;
        Optional<Path> output = Optional.empty();
        for (int i = 0; i < arguments.length; i += 2) {
            if (i + 1 == arguments.length) {
                throw new IllegalArgumentException("'" + arguments[i] + "' needs a value");
            }
            String value = arguments[i + 1];
            switch (arguments[i]) {
                case "--first-seed" -> first = OptionValue.wholeNumber(arguments[i], value);
                case "--seeds" -> count = Math.toIntExact(OptionValue.wholeNumber(arguments[i], value));
                case "--rows" -> rows = Math.toIntExact(OptionValue.wholeNumber(arguments[i], value));
                case "--output" -> output = Optional.of(Path.of(value));
                default ->
                    throw new IllegalArgumentException("unknown option '" + arguments[i]
                            + "'; expected --seeds, --first-seed, --rows or --output");
            }
        }
        if (count < 1) {
            throw new IllegalArgumentException("--seeds takes at least 1, but got " + count);
        }
        return new DemoTruthOptions(
                LongStream.range(first, first + count).boxed().toList(), rows, output);
    }

    /** Whether these are evaluation seeds, all of them unseen while the defaults were chosen. */
    String seedsMeaning() {
        boolean evaluation = seeds.stream()
                .allMatch(seed -> seed >= FIRST_EVALUATION_SEED && seed < FIRST_EVALUATION_SEED + EVALUATION_SEEDS);
        return evaluation ? "evaluation: drawn after the defaults were frozen" : "development: for choosing defaults";
    }
}
