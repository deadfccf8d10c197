package io.lakewarden.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The estimated distribution stays within its stated error on streams made to break it. */
class RankErrorTest {
    private static final int SIZE = 150_000;
    private static final double BOUND = 0.005;

    enum Stream {
        SORTED,
        REVERSED,
        ZIG_ZAG,
        ORGAN_PIPES,
        SAW_TEETH,
        RANDOM,
        FEW_DISTINCT,
        HEAVY_TAILS,
        ONE_HEAVY_VALUE,
        FEW_THEN_MANY;

        double[] values(long trial) {
            Random random = new Random(name().length() * 1000L + trial);
            return IntStream.range(0, SIZE).mapToDouble(i -> value(random, i)).toArray();
        }

        private double value(Random random, int i) {
            return switch (this) {
                case SORTED -> i;
                case REVERSED -> -i;
                case ZIG_ZAG -> (i & 1) == 0 ? i : -i;
                case ORGAN_PIPES -> Math.min(i, SIZE - i);
                case SAW_TEETH -> i % 3001 + i * 1e-7;
                case RANDOM -> random.nextDouble();
                case FEW_DISTINCT -> random.nextInt(1500);
                case HEAVY_TAILS -> Math.exp(9 * random.nextGaussian());
                case ONE_HEAVY_VALUE -> random.nextInt(10) < 9 ? 0 : random.nextGaussian();
                case FEW_THEN_MANY -> i < SIZE / 2 ? i % 1000 : random.nextDouble() * 1000;
            };
        }
    }

    @ParameterizedTest
    @EnumSource
    void oneScanIsWithinTheBound(Stream stream) {
        for (long trial = 0; trial < 3; trial++) {
            double[] values = stream.values(trial);
            Ecdf ecdf = Built.numbers(values).ecdf();

            assertThat(ecdf.rankError()).isEqualTo(BOUND);
            assertThat(largestError(ecdf, values)).isLessThanOrEqualTo(BOUND);
        }
    }

    @ParameterizedTest
    @EnumSource
    void manyMergesAreWithinTheBound(Stream stream) {
        double[] values = stream.values(7);
        NumericProfile merged = Built.numbers(new double[0]);
        for (int from = 0; from < SIZE; ) {
            int to = Math.min(SIZE, from + 1 + from % 1777);
            merged = merged.merge(Built.numbers(Arrays.copyOfRange(values, from, to)));
            from = to;
        }

        assertThat(largestError(merged.ecdf(), values)).isLessThanOrEqualTo(BOUND);
    }

    @ParameterizedTest
    @EnumSource
    void aTreeOfMergesIsWithinTheBound(Stream stream) {
        double[] values = stream.values(8);

        assertThat(largestError(tree(values, 0, SIZE).ecdf(), values)).isLessThanOrEqualTo(BOUND);
    }

    private static NumericProfile tree(double[] values, int from, int to) {
        if (to - from < 4000) {
            return Built.numbers(Arrays.copyOfRange(values, from, to));
        }
        int middle = (from + to) >>> 1;
        return tree(values, from, middle).merge(tree(values, middle, to));
    }

    static double largestError(Ecdf ecdf, double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        assertThat(ecdf.count()).isEqualTo(sorted.length);
        double largest = 0;
        for (int i = 0; i < sorted.length; i++) {
            if (i + 1 == sorted.length || sorted[i] < sorted[i + 1]) {
                largest = Math.max(largest, Math.abs(ecdf.at(sorted[i]) - (i + 1.0) / sorted.length));
            }
        }
        return largest;
    }
}
