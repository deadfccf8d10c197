package io.lakewarden.benchmarks.drift;

import io.lakewarden.profile.ProfileDetail;
import java.util.Arrays;
import java.util.Locale;
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
    /**
     * Ten columns, each standard normal and correlated to each other by 0.5, judged together; only the first is ever shifted, and
     * only the verdict is asked for.
     */
    CORRELATED(true) {
        @Override
        double[][] draw(int size, long seed) {
            SplittableRandom random = new SplittableRandom(seed);
            double[] common = new double[size];
            NORMAL.fill(common, random);
            double[][] columns = new double[10][size];
            for (double[] column : columns) {
                Arrays.setAll(column, row -> Math.sqrt(0.5) * (common[row] + random.nextGaussian()));
            }
            return columns;
        }

        @Override
        void fill(double[] rows, RandomGenerator random) {
            NORMAL.fill(rows, random);
        }

        @Override
        ProfileDetail detail() {
            return ProfileDetail.COUNTS;
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

    static final int CATEGORY_COUNT = 5;

    private final boolean numeric;

    Law(boolean numeric) {
        this.numeric = numeric;
    }

    boolean isNumeric() {
        return numeric;
    }

    /** Draws the rows of one column. */
    abstract void fill(double[] rows, RandomGenerator random);

    /** Columns of so many rows. */
    double[][] draw(int size, long seed) {
        double[] rows = new double[size];
        fill(rows, new SplittableRandom(seed));
        return new double[][] {rows};
    }

    /** What profiles keep: everything, so that every statistic can be held against the others. */
    ProfileDetail detail() {
        return ProfileDetail.FULL;
    }

    /** Whether statistics are compared, and not only verdicts counted. */
    boolean comparesStatistics() {
        return detail() == ProfileDetail.FULL;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
