package io.lakewarden.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.lakewarden.result.MetricValue;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.apache.commons.math3.stat.descriptive.DescriptiveStatistics;
import org.junit.jupiter.api.Test;

class NumericProfileTest {
    /** A published worked example: its page's mean of 8.25 counts the nulls as zeros. */
    @Test
    void nullsTakeNoPartInAnyStatistic() {
        NumericProfile profile = Built.numbers(13.0, 5.0, null, 1.0, 7.0, 20.0, 20.0, null);

        assertThat((double) profile.present() / profile.count()).isEqualTo(0.75);
        assertThat(profile.minimum()).isEqualTo(MetricValue.exactly(1));
        assertThat(profile.maximum()).isEqualTo(MetricValue.exactly(20));
        assertThat(profile.mean()).isEqualTo(MetricValue.exactly(11));
        assertThat(profile.populationStandardDeviation()).isEqualTo(MetricValue.exactly(7.280109889280518));
    }

    @Test
    void statisticsAgreeWithAnIndependentComputation() {
        Random random = new Random(11);
        double[] values = random.doubles(50_000)
                .map(uniform -> 1e6 - 250 * Math.log(uniform))
                .toArray();
        DescriptiveStatistics expected = new DescriptiveStatistics(values);
        NumericProfile profile = Built.numbers(values);

        assertThat(number(profile.mean())).isCloseTo(expected.getMean(), within(1e-9));
        assertThat(number(profile.standardDeviation())).isCloseTo(expected.getStandardDeviation(), within(1e-9));
        assertThat(number(profile.populationStandardDeviation()))
                .isCloseTo(Math.sqrt(expected.getPopulationVariance()), within(1e-9));
        double n = values.length;
        double toSampleSkewness = Math.sqrt(n * (n - 1)) / (n - 2);
        assertThat(number(profile.skewness()) * toSampleSkewness).isCloseTo(expected.getSkewness(), within(1e-6));
        double sampleKurtosis = ((n + 1) * number(profile.kurtosis()) + 6) * (n - 1) / ((n - 2) * (n - 3));
        assertThat(sampleKurtosis).isCloseTo(expected.getKurtosis(), within(1e-6));
    }

    @Test
    void nothingIsLostFarFromZero() {
        Random random = new Random(12);
        double[] values = random.doubles(20_000).map(uniform -> 1e12 + uniform).toArray();
        BigDecimal sum = Arrays.stream(values).mapToObj(BigDecimal::new).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal mean = sum.divide(BigDecimal.valueOf(values.length), MathContext.DECIMAL128);
        double squares = Arrays.stream(values)
                .mapToObj(value -> new BigDecimal(value).subtract(mean).pow(2))
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .doubleValue();
        NumericProfile profile = Built.numbers(values);

        assertThat(number(profile.sum())).isEqualTo(sum.doubleValue());
        assertThat(number(profile.mean())).isCloseTo(mean.doubleValue(), within(Math.ulp(1e12)));
        double expected = Math.sqrt(squares / (values.length - 1));
        assertThat(number(profile.standardDeviation())).isCloseTo(expected, within(1e-9 * expected));
    }

    @Test
    void wholeNumbersSumExactlyInAnyOrder() {
        NumericColumnBuilder builder = Built.numeric(ProfileDetail.FULL, Optional.empty());
        builder.add(9_007_199_254_740_989L);
        builder.add(1L << 60);
        builder.add(3L);
        builder.add(-(1L << 60));

        assertThat(builder.build().sum()).isEqualTo(MetricValue.exactly(9_007_199_254_740_992.0));
    }

    @Test
    void quantilesOfFewValuesInterpolateBetweenOrderStatistics() {
        NumericProfile profile = Built.numbers(4.0, 1.0, 3.0, 2.0, 10.0);

        assertThat(profile.quantile(0)).isEqualTo(MetricValue.exactly(1));
        assertThat(profile.quantile(0.5)).isEqualTo(MetricValue.exactly(3));
        assertThat(number(profile.quantile(0.9))).isCloseTo(7.6, within(1e-12));
        assertThat(profile.quantile(1)).isEqualTo(MetricValue.exactly(10));
        assertThatThrownBy(() -> profile.quantile(1.5)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void boundsOfQuantilesHoldTheTrueOnes() {
        double[] values = new Random(13).doubles(200_000).toArray();
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        NumericProfile profile = Built.numbers(values);

        for (double q : new double[] {0.001, 0.01, 0.25, 0.5, 0.75, 0.99, 0.999}) {
            double place = (sorted.length - 1) * q;
            double exact =
                    sorted[(int) place] + (place - (int) place) * (sorted[(int) place + 1] - sorted[(int) place]);
            MetricValue.Known known = (MetricValue.Known) profile.quantile(q);
            assertThat(exact).isBetween(known.lower(), known.upper());
            assertThat(known.upper() - known.lower()).isLessThan(0.025);
        }
    }

    @Test
    void specialValuesAreCountedAndLeftOutOfTheRest() {
        NumericProfile profile = Built.numbers(
                Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, -0.0, 0.0, -2.5, 4.0, null);

        assertThat(profile.count()).isEqualTo(8);
        assertThat(profile.nans()).isEqualTo(1);
        assertThat(profile.positiveInfinities()).isEqualTo(1);
        assertThat(profile.negativeInfinities()).isEqualTo(1);
        assertThat(profile.finite()).isEqualTo(4);
        assertThat(profile.zeros()).isEqualTo(2);
        assertThat(profile.negatives()).isEqualTo(1);
        assertThat(profile.integers()).isEqualTo(3);
        assertThat(profile.distinct()).isEqualTo(MetricValue.exactly(3));
        assertThat(profile.exactCounts().orElseThrow()).containsEntry(0.0, 2L).doesNotContainKey(-0.0);
        assertThat(profile.topValues(1)).containsExactly(new FrequentValue("0", 2, 2));
    }

    @Test
    void whatIsUndefinedIsUnknown() {
        NumericProfile none = Built.numbers(null, Double.NaN);
        assertThat(List.of(none.minimum(), none.mean(), none.quantile(0.5), none.standardDeviation(), none.skewness()))
                .allMatch(value -> value instanceof MetricValue.Unknown);
        assertThat(none.sum()).isEqualTo(MetricValue.exactly(0));
        assertThat(none.distinct()).isEqualTo(MetricValue.exactly(0));

        NumericProfile one = Built.numbers(7.0);
        assertThat(one.standardDeviation()).isInstanceOf(MetricValue.Unknown.class);
        assertThat(one.populationStandardDeviation()).isEqualTo(MetricValue.exactly(0));

        NumericProfile constant = Built.numbers(0.1, 0.1, 0.1);
        assertThat(constant.mean()).isEqualTo(MetricValue.exactly(0.1));
        assertThat(constant.standardDeviation()).isEqualTo(MetricValue.exactly(0));
        assertThat(constant.skewness()).isInstanceOf(MetricValue.Unknown.class);
        assertThat(constant.kurtosis()).isInstanceOf(MetricValue.Unknown.class);
    }

    @Test
    void overflowIsUnknownAndNeverInfinite() {
        NumericProfile profile = Built.numbers(Double.MAX_VALUE, Double.MAX_VALUE, Double.MAX_VALUE / 2);

        assertThat(profile.sum()).isEqualTo(MetricValue.unknown("it overflows a double"));
        assertThat(number(profile.mean())).isCloseTo(Double.MAX_VALUE / 6 * 5, within(1e294));
        assertThat(profile.standardDeviation()).isInstanceOf(MetricValue.Unknown.class);
        assertThat(Built.numbers(Double.MIN_VALUE, 0.0).standardDeviation()).isInstanceOf(MetricValue.Unknown.class);
    }

    @Test
    void wideWholeNumbersStayDistinct() {
        NumericColumnBuilder builder = Built.numeric(ProfileDetail.FULL, Optional.empty());
        long first = (1L << 60) + 1;
        for (long i = 0; i < 1000; i++) {
            builder.add(first + i);
            builder.add(first + i);
        }
        builder.add(Long.MAX_VALUE);
        builder.add(Long.MIN_VALUE);

        assertThat(builder.build().distinct()).isEqualTo(MetricValue.exactly(1002));
    }

    @Test
    void anHistogramSharesTheValuesBetweenItsEdges() {
        Histogram histogram = Built.numbers(1.0, 2.0, 2.0, 3.0, 9.0).histogram(new double[] {1, 2.5});

        assertThat(histogram.shares()).containsExactly(new double[] {0.2, 0.4, 0.4}, within(1e-15));
        assertThat(histogram.errorBound()).isZero();
    }

    @Test
    void frozenBinsAreCountedWithTheirSums() {
        NumericBinning binning = NumericBinning.ofEdges(-0.0, 10);
        NumericProfile profile = Built.numbers(
                ProfileDetail.COUNTS, Optional.of(binning), List.of(-1e300, 0.0, -0.0, 5.0, 10.0, 1e6, Double.NaN));
        BinCounts bins = profile.bins().orElseThrow();

        assertThat(List.of(bins.count(0), bins.count(1), bins.count(2))).containsExactly(3L, 2L, 1L);
        assertThat(bins.sum(1)).isEqualTo(15);
        assertThat(bins.sum(2)).isEqualTo(1e6);
        assertThat(bins.total()).isEqualTo(profile.finite());
    }

    @Test
    void profilesOfDifferentColumnsOrBinsDoNotMerge() {
        NumericProfile profile = Built.numbers(1.0);
        assertThatThrownBy(() -> profile.merge(Built.texts("1")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'c'");
        assertThatThrownBy(() -> profile.merge(
                        Built.numbers(ProfileDetail.FULL, Optional.of(NumericBinning.ofEdges(1)), List.of(1.0))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("bins");
    }

    private static double number(MetricValue value) {
        return value.number().orElseThrow();
    }
}
