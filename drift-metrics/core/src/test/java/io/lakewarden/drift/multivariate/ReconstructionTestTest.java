package io.lakewarden.drift.multivariate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.DoubleStream;
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

        ReconstructionTest test =
                test(new double[][] {ones, others}, new double[][] {{1, 1, Double.NaN}, {1, -1, Double.NaN}});

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
        assertThat(fitted(numbers, new double[50])).isEmpty();
        assertThat(fitted(new double[] {1, 2}, new double[] {2, 1})).isEmpty();
        assertThat(fitted()).isEmpty();
        assertThat(ReconstructionTest.of(
                        fitted(numbers, DoubleStream.of(numbers).map(Math::sqrt).toArray())
                                .orElseThrow(),
                        new double[][] {{}, {}}))
                .isEmpty();
    }

    @Test
    void isTheSameFromItsBytesWhateverItsColumnsAreCalled() {
        double[][] reference = table(new Random(3), 600, 1);
        double[][] current = table(new Random(4), 100, -1);
        Reconstruction fitted = Reconstruction.fit(List.of("`a.b`", "😀\ud83d,\n=1+1<b>"), reference)
                .orElseThrow();

        byte[] bytes = ReconstructionCodec.encode(fitted);
        Reconstruction decoded = ReconstructionCodec.decode(bytes).orElseThrow();

        assertThat(decoded.columns()).isEqualTo(fitted.columns());
        assertThat(ReconstructionTest.of(decoded, current)).isEqualTo(ReconstructionTest.of(fitted, current));
        assertThat(ReconstructionCodec.encode(decoded)).isEqualTo(bytes);
    }

    @Test
    void damagedBytesAreNone() {
        byte[] bytes = ReconstructionCodec.encode(Reconstruction.fit(List.of("x", "y"), table(new Random(3), 100, 1))
                .orElseThrow());
        assertThat(ReconstructionCodec.decode(new byte[0])).isEmpty();
        for (int place = 0; place < bytes.length; place++) {
            byte[] damaged = bytes.clone();
            damaged[place] ^= 0x10;
            assertThat(ReconstructionCodec.decode(damaged)).as("byte %s", place).isEmpty();
            assertThat(ReconstructionCodec.decode(Arrays.copyOf(bytes, place))).isEmpty();
        }
    }

    private static Optional<Reconstruction> fitted(double[]... reference) {
        return Reconstruction.fit(
                IntStream.range(0, reference.length)
                        .mapToObj(column -> "c" + column)
                        .toList(),
                reference);
    }

    private static ReconstructionTest test(double[][] reference, double[][] current) {
        return ReconstructionTest.of(fitted(reference).orElseThrow(), current).orElseThrow();
    }

    private static ReconstructionTest test(int referenceRows, int currentRows, long seed, int sign) {
        Random random = new Random(seed);
        return test(table(random, referenceRows, 1), table(random, currentRows, sign));
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
