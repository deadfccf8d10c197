package io.lakewarden.drift.multivariate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReconstructionTestTest {
    @Test
    void findsAFlippedRelationThatNoColumnShowsAlone() {
        ReconstructionTest same = test(600, 300, 1, 1);
        ReconstructionTest flipped = test(600, 300, 1, -1);

        assertThat(same.isOutside()).isFalse();
        assertThat(flipped.isOutside()).isTrue();
        assertThat(flipped.error()).isGreaterThan(2 * flipped.expected());
        assertThat(flipped.directions()).isEqualTo(1);
        assertThat(flipped.columns()).isEqualTo(2);
    }

    @Test
    void leavesOutWhatLiesAcrossTheDiagonal() {
        // two columns that are equal but for their signs in every fourth row: one direction, the diagonal
        double[] ones =
                IntStream.range(0, 100).mapToDouble(i -> i % 2 == 0 ? 1 : -1).toArray();
        double[] others = IntStream.range(0, 100)
                .mapToDouble(i -> i % 20 == 0 ? -ones[i] : ones[i])
                .toArray();

        ReconstructionTest test = ReconstructionTest.of(
                        new double[][] {ones, others}, new double[][] {{1, 1, Double.NaN}, {1, -1, Double.NaN}})
                .orElseThrow();

        // a row on the diagonal leaves (0, 0), one across it (1, −1), one without numbers stands in the middle
        assertThat(test.error()).isCloseTo(Math.sqrt(2) / 3, within(0.02));
    }

    @Test
    void seldomLeavesItsBandWithoutDriftHoweverFewTheRows() {
        for (int rows : new int[] {40, 600}) {
            int outside = 0;
            for (int seed = 0; seed < 150; seed++) {
                outside += test(600, rows, seed, 1).isOutside() ? 1 : 0;
            }
            assertThat(outside).as("%s rows", rows).isLessThanOrEqualTo(3);
        }
    }

    @Test
    void needsTwoColumnsThatVaryAndEnoughRows() {
        double[] numbers = IntStream.range(0, 50).mapToDouble(i -> i).toArray();
        assertThat(ReconstructionTest.of(
                        new double[][] {numbers, new double[50]}, new double[][] {numbers, new double[50]}))
                .isEmpty();
        assertThat(ReconstructionTest.of(new double[][] {{1, 2}, {2, 1}}, new double[][] {{1, 2}, {2, 1}}))
                .isEmpty();
        assertThat(ReconstructionTest.of(new double[0][], new double[0][])).isEmpty();
    }

    private static ReconstructionTest test(int referenceRows, int currentRows, long seed, int sign) {
        Random random = new Random(seed);
        return ReconstructionTest.of(table(random, referenceRows, 1), table(random, currentRows, sign))
                .orElseThrow();
    }

    private static double[][] table(Random random, int rows, int sign) {
        double[][] table = new double[2][rows];
        for (int row = 0; row < rows; row++) {
            table[0][row] = random.nextGaussian();
            table[1][row] = sign * (0.9 * table[0][row] + Math.sqrt(1 - 0.81) * random.nextGaussian());
        }
        return table;
    }
}
