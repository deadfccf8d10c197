package io.lakewarden.benchmarks.drift;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** What the rows of a column are drawn from, before anything shifts. A category is its number, a null is NaN. */
enum Law {
    /** Standard normal. */
    NORMAL(true) {
        @Override
        void fill(double[] rows, RandomGenerator random) {
            Arrays.setAll(rows, row -> random.nextGaussian());
        }
    },
    /** exp of a standard normal, in units of its own standard deviation: a heavy right tail, as amounts have. */
    LOGNORMAL(true) {
        @Override
        void fill(double[] rows, RandomGenerator random) {
            double deviation = Math.sqrt((Math.E - 1) * Math.E);
            Arrays.setAll(rows, row -> Math.exp(random.nextGaussian()) / deviation);
        }
    },
    /** Standard normal, each row correlated to the one before by 0.5: rows are not independent. */
    AUTOCORRELATED(true) {
        @Override
        void fill(double[] rows, RandomGenerator random) {
            double before = random.nextGaussian();
            for (int row = 0; row < rows.length; row++) {
                before = 0.5 * before + Math.sqrt(0.75) * random.nextGaussian();
                rows[row] = before;
            }
        }
    },
    /** Five categories of 40, 30, 15, 10 and 5 %. */
    CATEGORIES(false) {
        @Override
        void fill(double[] rows, RandomGenerator random) {
            Arrays.setAll(rows, row -> {
                double draw = random.nextDouble();
                return draw < 0.4 ? 0 : draw < 0.7 ? 1 : draw < 0.85 ? 2 : draw < 0.95 ? 3 : 4;
            });
        }
    };

    private final boolean numeric;

    Law(boolean numeric) {
        this.numeric = numeric;
    }

    boolean isNumeric() {
        return numeric;
    }

    abstract void fill(double[] rows, RandomGenerator random);

    double[] draw(int size, long seed) {
        double[] rows = new double[size];
        fill(rows, new SplittableRandom(seed));
        return rows;
    }
}
