package io.lakewarden.drift;

import static io.lakewarden.drift.SplitMix.choice;
import static io.lakewarden.drift.SplitMix.draw;
import static io.lakewarden.drift.SplitMix.mix;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Pairs of samples drawn from SplitMix64's integers by plain arithmetic, as {@code src/test/python/statistics_truth.py}
 * draws them: sizes from 0 to 100,000, with and without ties, constants, outliers, NaN among the values, shifted and
 * stretched.
 */
final class SeededPairs {
    static final int PAIRS = 2000;

    private static final int LARGE = 60;
    private static final double[] SHIFTS = {0, 0, 0.125, 0.5, 2};
    private static final double[] SCALES = {1, 1, 1, 1.5, 0.5};

    private SeededPairs() {}

    /** One pair, which may hold NaN. */
    static final class Pair {
        private final int index;
        private final double[] reference;
        private final double[] current;

        private Pair(int index, double[] reference, double[] current) {
            this.index = index;
            this.reference = reference;
            this.current = current;
        }

        int index() {
            return index;
        }

        double[] reference() {
            return reference;
        }

        double[] current() {
            return current;
        }

        double[] finiteReference() {
            return finite(reference);
        }

        double[] finiteCurrent() {
            return finite(current);
        }

        /** How often the whole parts of the finite values fall into each of a few categories. */
        BinTable counts(int categories) {
            int low = Math.floorDiv(-categories, 2);
            long[][] counts = new long[2][categories];
            count(finiteReference(), low, counts[0]);
            count(finiteCurrent(), low, counts[1]);
            List<String> labels =
                    IntStream.range(0, categories).mapToObj(Integer::toString).toList();
            return BinTable.ofCounts(labels, counts[0], counts[1]);
        }

        private static void count(double[] values, int low, long[] counts) {
            for (double value : values) {
                double category = Math.floor(value) - low;
                counts[(int) Math.max(0, Math.min(counts.length - 1, category))]++;
            }
        }

        private static double[] finite(double[] values) {
            return Arrays.stream(values).filter(Double::isFinite).toArray();
        }
    }

    static Pair pair(int index) {
        long seed = mix(index + 1L);
        int n = size(draw(seed, 0), index);
        int m = size(draw(seed, 1), index);
        int shape = choice(draw(seed, 2), 10);
        int other = choice(draw(seed, 3), 4) != 0 ? shape : choice(draw(seed, 4), 10);
        double shift = SHIFTS[choice(draw(seed, 5), SHIFTS.length)];
        double scale = SCALES[choice(draw(seed, 6), SCALES.length)];
        return new Pair(index, sample(draw(seed, 7), shape, n, 0, 1), sample(draw(seed, 8), other, m, shift, scale));
    }

    private static int size(long bits, int pair) {
        if (pair >= PAIRS - LARGE) {
            return 10_000 + choice(bits, 90_001);
        }
        int kind = choice(bits, 8);
        long rest = bits >>> 8;
        if (kind == 0) {
            return choice(rest, 4);
        }
        if (kind < 4) {
            return 2 + choice(rest, 30);
        }
        return kind < 7 ? 20 + choice(rest, 300) : 300 + choice(rest, 3_000);
    }

    private static double[] sample(long seed, int shape, int count, double shift, double scale) {
        double[] values = new double[count];
        for (int i = 0; i < count; i++) {
            values[i] = value(draw(seed, i), shape) * scale + shift;
        }
        return values;
    }

    private static double value(long bits, int shape) {
        double first = bits & 0xFFFF;
        double second = (bits >>> 16) & 0xFFFF;
        double third = (bits >>> 32) & 0xFFFF;
        double fourth = bits >>> 48;
        double fine = (bits & 0xFFFFFFFFL) / 1099511627776.0;
        double bell = (first + second + third + fourth - 131070.0) / 32768.0 + fine;
        return switch (shape) {
            case 0, 1, 2 -> bell;
            case 3 -> bell * bell * bell;
            case 4 -> Math.floor(bell * 4);
            case 5 -> Math.floor(bell);
            case 6 -> first < 6554 ? bell * 1000 : bell;
            case 7 -> 0;
            case 8 -> 1.0e4 + bell;
            default -> fourth < 3277 ? Double.NaN : second / 65536;
        };
    }
}
