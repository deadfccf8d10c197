package io.lakewarden.benchmarks.drift;

import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * What happens to the rows of a window.
 *
 * @param kind how they change
 * @param size by how much, in the unit of the kind
 */
record Shift(Kind kind, double size) {
    /** How many times as far out rows of a tail lie. */
    static final double FAR = 5;

    static final String NO_SHIFT = "none";
    static final Shift NONE = new Shift(Kind.NONE, 0);

    /** How rows change. */
    enum Kind {
        /** Not at all. */
        NONE,
        /** All rows move by so many standard deviations, up or down. */
        MEAN,
        /** All rows lie so much farther from 0, by 0.1 a tenth, or nearer by the same factor. */
        SPREAD,
        /** Such a share of the rows lies five times as far from 0. */
        TAIL,
        /** Such a share of the rows is lost. */
        NULLS,
        /** Such a share of all rows goes from the most frequent category to the rarest. */
        SHARE;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Those that are tried on a law, the one that changes nothing first. */
    static List<Shift> of(Law law) {
        Stream<Shift> nulls = sizes(Kind.NULLS, 0.01, 0.03, 0.1);
        Stream<Shift> moved = law.isNumeric()
                ? Stream.of(
                                sizes(Kind.MEAN, 0.05, 0.1, 0.15, 0.2, 0.3, 0.5),
                                sizes(Kind.SPREAD, 0.1, 0.2, 0.3),
                                sizes(Kind.TAIL, 0.02, 0.05, 0.1))
                        .flatMap(shifts -> shifts)
                : sizes(Kind.SHARE, 0.01, 0.02, 0.03, 0.05, 0.1);
        return Stream.of(Stream.of(NONE), moved, nulls)
                .flatMap(shifts -> shifts)
                .toList();
    }

    private static Stream<Shift> sizes(Kind kind, double... sizes) {
        return DoubleStream.of(sizes).mapToObj(size -> new Shift(kind, size));
    }

    /** Changes the rows in place; means and spreads in a direction that the seed decides, since no test knows it. */
    void apply(double[] rows, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        boolean down = random.nextBoolean();
        double step = down ? -size : size;
        double factor = down ? 1 / (1 + size) : 1 + size;
        for (int row = 0; row < rows.length; row++) {
            switch (kind) {
                case NONE -> {}
                case MEAN -> rows[row] += step;
                case SPREAD -> rows[row] *= factor;
                case TAIL -> rows[row] *= random.nextDouble() < size ? FAR : 1;
                case NULLS -> rows[row] = random.nextDouble() < size ? Double.NaN : rows[row];
                // the most frequent category has 40 % of the rows
                case SHARE -> rows[row] = rows[row] == 0 && random.nextDouble() < size / 0.4 ? 4 : rows[row];
            }
        }
    }

    /** What the default verdict tests such a shift by. */
    String test(Law law) {
        if (kind == Kind.NULLS) {
            return "percent_null_delta";
        }
        return law.isNumeric() ? "combined_test" : "chi_squared_test";
    }

    @Override
    public String toString() {
        return kind == Kind.NONE ? NO_SHIFT : kind + " " + size;
    }
}
