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
    static final long FIRST_EVALUATION_SEED = 8001;

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
        for (Option option : Option.in(arguments)) {
            String value = option.value();
            switch (option.name()) {
                case "--first-seed" -> first = OptionValue.wholeNumber(option.name(), value);
                case "--seeds" -> count = Math.toIntExact(OptionValue.wholeNumber(option.name(), value));
                case "--rows" -> rows = Math.toIntExact(OptionValue.wholeNumber(option.name(), value));
                case "--output" -> output = Optional.of(Path.of(value));
                default ->
                    throw new IllegalArgumentException("unknown option '" + option.name()
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
