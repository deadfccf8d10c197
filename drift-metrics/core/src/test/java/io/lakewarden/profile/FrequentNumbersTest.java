package io.lakewarden.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The bounds on the counts of frequent numbers are certain: no trial may break them. */
class FrequentNumbersTest {
    private static final int SIZE = 200_000;

    enum Stream {
        ALL_DISTINCT,
        ONE_AT_A_QUARTER_PERCENT,
        EQUALLY_FREQUENT,
        ZIPF,
        ONLY_LOW_BITS_DIFFER,
        THRICE_IN_EACH_BLOCK,
        FIVE_TIMES_IN_EACH_BLOCK,
        HALF_IS_ONE_VALUE,
        BURSTS;

        double[] numbers() {
            Random random = new Random(name().hashCode());
            return IntStream.range(0, SIZE).mapToDouble(i -> value(i, random)).toArray();
        }

        private double value(int i, Random random) {
            return switch (this) {
                case ALL_DISTINCT -> i * 0.5;
                case ONE_AT_A_QUARTER_PERCENT -> i % 400 == 7 ? -1 : i;
                case EQUALLY_FREQUENT -> random.nextInt(1500);
                case ZIPF -> Math.rint(Math.pow(1e6, random.nextDouble()));
                case ONLY_LOW_BITS_DIFFER ->
                    Double.longBitsToDouble(
                            Double.doubleToRawLongBits(1) + (long) Math.pow(20_000, random.nextDouble()));
                case THRICE_IN_EACH_BLOCK -> i % 2048 < 2046 ? i % 682 + i / 2048 % 2 * 682 : i;
                case FIVE_TIMES_IN_EACH_BLOCK -> i % 2048 % 409 + i / 2048 % 4 * 409;
                case HALF_IS_ONE_VALUE -> random.nextBoolean() ? 0 : i / 3;
                case BURSTS -> i / 500 % 2 == 0 ? i / 500 : i;
            };
        }
    }

    @ParameterizedTest
    @EnumSource
    void oneStreamKeepsTheBounds(Stream stream) {
        double[] values = stream.numbers();
        assertBounds(Built.numbers(values), values);
    }

    @ParameterizedTest
    @EnumSource
    void aThousandMergesKeepTheBounds(Stream stream) {
        double[] values = stream.numbers();
        NumericProfile merged = Built.numbers(new double[0]);
        for (int from = 0; from < SIZE; from += SIZE / 1000) {
            merged = merged.merge(Built.numbers(Arrays.copyOfRange(values, from, from + SIZE / 1000)));
        }
        assertBounds(merged, values);
    }

    @ParameterizedTest
    @EnumSource
    void mergesOfLongPartsAndWeightsKeepTheBounds(Stream stream) {
        double[] values = stream.numbers();
        NumericProfile plain = Built.numbers(Arrays.copyOfRange(values, 0, SIZE / 2));
        NumericColumnBuilder weighted = Built.numeric(ProfileDetail.FULL, Optional.empty());
        counts(Arrays.copyOfRange(values, SIZE / 2, SIZE)).forEach(weighted::add);

        assertBounds(plain.merge(weighted.build()), values);
    }

    private static Map<Double, Long> counts(double[] values) {
        Map<Double, Long> counts = new HashMap<>();
        Arrays.stream(values).forEach(value -> counts.merge(value, 1L, Long::sum));
        return counts;
    }

    private static void assertBounds(NumericProfile profile, double[] values) {
        Map<String, FrequentValue> kept = new HashMap<>();
        profile.topValues(2000).forEach(value -> kept.put(value.value(), value));
        assertThat(kept).hasSizeLessThanOrEqualTo(1024);
        long allowed = values.length / 513;
        counts(values).forEach((value, count) -> {
            FrequentValue frequent = kept.get(Numbers.text(value));
            if (frequent == null) {
                assertThat(count).as("%s", value).isLessThanOrEqualTo(allowed);
            } else {
                assertThat(count).as("%s", value).isBetween(frequent.lower(), frequent.upper());
                assertThat(frequent.upper() - frequent.lower()).isLessThanOrEqualTo(allowed);
            }
        });
    }
}
