package io.lakewarden.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BinGridTest {
    static List<double[]> edges() {
        return List.of(
                new double[] {},
                new double[] {0},
                new double[] {-3.5},
                new double[] {Math.nextDown(2.0), 2, Math.nextDown(2.5), 2.5},
                new double[] {-Double.MAX_VALUE, 0, Double.MAX_VALUE},
                new double[] {-Double.MIN_VALUE, 0, Double.MIN_VALUE},
                new double[] {1e-300, 1e-200, 1e-100, 1, 1e100, 1e200, 1e300},
                IntStream.rangeClosed(-10, 10).mapToDouble(i -> i * 0.1).toArray(),
                IntStream.rangeClosed(-10, 10).mapToDouble(i -> Math.exp(2 * i)).toArray(),
                IntStream.range(0, 40).mapToDouble(i -> 1e12 + i).toArray(),
                IntStream.range(0, 1500).mapToDouble(i -> i).toArray());
    }

    @ParameterizedTest
    @MethodSource("edges")
    void manyValuesAreFoundWhereEachIsFoundAlone(double[] edges) {
        NumericBinning binning = NumericBinning.ofEdges(edges);
        Random random = new Random(21);
        double[] values = new double[2000];
        int[] bins = new int[2000];
        for (int i = 0; i < values.length; i++) {
            double near = edges.length == 0 ? 0 : edges[random.nextInt(edges.length)];
            values[i] = 0.0
                    + switch (i % 5) {
                        case 0 -> near;
                        case 1 -> Math.nextUp(near);
                        case 2 -> Math.nextDown(near);
                        case 3 -> near + random.nextGaussian();
                        default -> finite(random);
                    };
            values[i] = Math.max(-Double.MAX_VALUE, Math.min(Double.MAX_VALUE, values[i]));
        }
        binning.locate(values, values.length, bins);
        for (int i = 0; i < values.length; i++) {
            assertThat(bins[i]).as("%s", values[i]).isEqualTo(binning.indexOf(values[i]));
        }
    }

    private static double finite(Random random) {
        double value = Double.longBitsToDouble(random.nextLong());
        return Double.isFinite(value) ? value : 1;
    }

    @Test
    void sumsOfBinsAreAsGoodAsInTwiceThePrecision() {
        double[] edges = {-1, 0, 1};
        Random random = new Random(22);
        double[] values = random.doubles(20_000)
                .map(uniform -> (uniform - 0.5) * Math.pow(10, random.nextInt(12)))
                .toArray();
        NumericColumnBuilder builder = Built.numeric(ProfileDetail.COUNTS, Optional.of(NumericBinning.ofEdges(edges)));
        builder.addAll(values, values.length);
        BinCounts bins = builder.build().bins().orElseThrow();

        for (int bin = 0; bin < bins.binning().size(); bin++) {
            int wanted = bin;
            double[] inBin = Arrays.stream(values)
                    .filter(value -> ((NumericBinning) bins.binning()).indexOf(value) == wanted)
                    .toArray();
            double sum = Arrays.stream(inBin)
                    .mapToObj(BigDecimal::new)
                    .reduce(BigDecimal.ZERO, BigDecimal::add)
                    .doubleValue();
            assertThat(bins.count(bin)).isEqualTo(inBin.length);
            assertThat(bins.sum(bin)).isCloseTo(sum, within(Math.ulp(sum)));
        }
    }

    @Test
    void wholeNumbersInABinSumExactly() {
        NumericColumnBuilder builder = Built.numeric(ProfileDetail.COUNTS, Optional.of(NumericBinning.ofEdges(1e300)));
        for (int i = 0; i < 1000; i++) {
            builder.add((1L << 52) + i);
            builder.add(i);
            builder.add(-(1L << 52) - i);
        }
        BinCounts bins = builder.build().bins().orElseThrow();

        assertThat(bins.sum(0)).isEqualTo(499_500);
        assertThat(bins.count(0)).isEqualTo(3000);
    }
}
