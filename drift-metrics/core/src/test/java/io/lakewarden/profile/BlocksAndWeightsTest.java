package io.lakewarden.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.lakewarden.result.MetricValue;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** However a caller hands its values over, the profile is that of the values. */
class BlocksAndWeightsTest {
    private static final Optional<Binning> BINS = Optional.of(NumericBinning.ofEdges(-1, 0, 0.5, 3, 1e6));

    @ParameterizedTest
    @EnumSource
    void aBlockIsItsValuesOneByOne(HostileNumbers numbers) {
        double[] values = numbers.values(8, 9000).stream()
                .filter(value -> value != null)
                .mapToDouble(Double::doubleValue)
                .toArray();
        for (ProfileDetail detail : ProfileDetail.values()) {
            NumericColumnBuilder single = Built.numeric(detail, BINS);
            NumericColumnBuilder blocks = Built.numeric(detail, BINS);
            for (double value : values) {
                single.add(value);
            }
            int from = 0;
            for (int size = 1; from < values.length; size = size * 3 + 1) {
                int taken = Math.min(size, values.length - from);
                double[] block = new double[taken + 5];
                System.arraycopy(values, from, block, 0, taken);
                blocks.addAll(block, taken);
                from += taken;
            }
            assertThat(encoded(blocks)).isEqualTo(encoded(single));
        }
    }

    @Test
    void aBlockOfWholeNumbersIsItsValuesOneByOne() {
        long[] values = new long[5000];
        for (int i = 0; i < values.length; i++) {
            values[i] = i % 3 == 0 ? Long.MAX_VALUE - i / 4 : i;
        }
        NumericColumnBuilder single = Built.numeric(ProfileDetail.FULL, BINS);
        NumericColumnBuilder blocks = Built.numeric(ProfileDetail.FULL, BINS);
        TemporalColumnBuilder moments = times();
        TemporalColumnBuilder momentBlocks = times();
        for (long value : values) {
            single.add(value);
            moments.add(value);
        }
        blocks.addAll(values, values.length);
        momentBlocks.addAll(values, values.length);

        assertThat(encoded(blocks)).isEqualTo(encoded(single));
        assertThat(encoded(momentBlocks)).isEqualTo(encoded(moments));
    }

    @Test
    void aWeightStandsForRepetitions() {
        NumericColumnBuilder numbers = Built.numeric(ProfileDetail.FULL, BINS);
        numbers.add(2.5, 3);
        numbers.add(-0.0, 2);
        numbers.add(Double.NaN, 4);
        numbers.add(7L, 5);
        numbers.add(8L, 0);
        NumericProfile profile = numbers.build();

        assertThat(profile.present()).isEqualTo(14);
        assertThat(profile.nans()).isEqualTo(4);
        assertThat(profile.zeros()).isEqualTo(2);
        assertThat(profile.integers()).isEqualTo(7);
        assertThat(profile.sum().number()).hasValue(42.5);
        assertThat(profile.exactCounts().orElseThrow())
                .containsOnlyKeys(0.0, 2.5, 7.0)
                .containsValues(2L, 3L, 5L);
        assertThat(profile.bins().orElseThrow().count(3)).isEqualTo(3);
    }

    @ParameterizedTest
    @EnumSource
    void buildingInBetweenChangesNothing(HostileNumbers numbers) {
        List<Double> values = numbers.values(9, 9000);
        NumericColumnBuilder once = Built.numeric(ProfileDetail.FULL, BINS);
        NumericColumnBuilder often = Built.numeric(ProfileDetail.FULL, BINS);
        for (int i = 0; i < values.size(); i++) {
            if (values.get(i) == null) {
                continue;
            }
            for (NumericColumnBuilder builder : List.of(once, often)) {
                builder.add(values.get(i));
                if (i % 7 == 0) {
                    builder.add(values.get(i) / 3, 1 + i % 5);
                }
            }
            if (i % 1000 == 17) {
                assertThat(encoded(often)).isEqualTo(encoded(often));
            }
        }
        assertThat(encoded(often)).isEqualTo(encoded(once));
    }

    @Test
    void weightedSumsAndMomentsAreThoseOfTheRepetitions() {
        NumericColumnBuilder weighted = Built.numeric(ProfileDetail.FULL, BINS);
        NumericColumnBuilder repeated = Built.numeric(ProfileDetail.FULL, BINS);
        BigDecimal sum = BigDecimal.ZERO;
        Random random = new Random(14);
        for (int i = 0; i < 300; i++) {
            double value = 1e6 + random.nextGaussian();
            int times = 1 + random.nextInt(50);
            weighted.add(value, times);
            for (int j = 0; j < times; j++) {
                repeated.add(value);
            }
            sum = sum.add(new BigDecimal(value).multiply(BigDecimal.valueOf(times)));
        }
        NumericProfile actual = weighted.build();
        NumericProfile expected = repeated.build();

        assertThat(actual.sum().number()).hasValue(sum.doubleValue());
        assertThat(actual.exactCounts()).isEqualTo(expected.exactCounts());
        assertThat(number(actual.standardDeviation())).isCloseTo(number(expected.standardDeviation()), within(1e-9));
        assertThat(number(actual.skewness())).isCloseTo(number(expected.skewness()), within(1e-9));
        assertThat(number(actual.kurtosis())).isCloseTo(number(expected.kurtosis()), within(1e-9));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 3, 1000, 1L << 20, 1L << 40})
    void ranksOfWeightedValuesAreWithinTheBound(long heaviest) {
        for (int trial = 0; trial < 5; trial++) {
            Random random = new Random(trial);
            double[] values = random.doubles(20_000).toArray();
            NumericColumnBuilder builder = Built.numeric(ProfileDetail.FULL, Optional.empty());
            TreeMap<Double, Long> weights = new TreeMap<>();
            for (double value : values) {
                long times = 1 + (long) (heaviest * Math.pow(random.nextDouble(), 8));
                builder.add(value, times);
                weights.put(value, times);
            }
            Ecdf ecdf = builder.build().ecdf();
            long total = weights.values().stream().mapToLong(Long::longValue).sum();
            long below = 0;
            double largest = 0;
            for (Map.Entry<Double, Long> weight : weights.entrySet()) {
                below += weight.getValue();
                largest = Math.max(largest, Math.abs(ecdf.at(weight.getKey()) - (double) below / total));
            }
            assertThat(ecdf.count()).isEqualTo(total);
            assertThat(largest).isLessThanOrEqualTo(KllSketch.RANK_ERROR);
        }
    }

    @Test
    void weightsOfOtherKindsAreRepetitionsToo() {
        BooleanColumnBuilder flags =
                (BooleanColumnBuilder) Built.builder(ColumnKind.BOOLEAN, ProfileDetail.FULL, Optional.empty());
        flags.add(true, 3);
        flags.add(false, 4);
        flags.addNulls(2);
        assertThat(flags.build().trues()).isEqualTo(3);
        assertThat(flags.build().falses()).isEqualTo(4);
        assertThat(flags.build().nulls()).isEqualTo(2);

        OpaqueColumnBuilder opaque =
                (OpaqueColumnBuilder) Built.builder(ColumnKind.OPAQUE, ProfileDetail.FULL, Optional.empty());
        opaque.add();
        opaque.add(6);
        assertThat(opaque.build().present()).isEqualTo(7);

        TemporalColumnBuilder moments = times();
        moments.add(5, 3);
        moments.add(9, 1);
        assertThat(moments.build().ecdf().at(5)).isEqualTo(0.75);
    }

    @Test
    void noCountIsNegative() {
        ProfileBuilder rows = new ProfileBuilder(List.of(), ProfileDetail.FULL);
        NumericColumnBuilder numbers = Built.numeric(ProfileDetail.FULL, BINS);

        assertThatThrownBy(() -> rows.addRows(-1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> numbers.addNulls(-1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> numbers.add(1.0, -1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> numbers.add(1L, -1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> times().add(1, -1)).isInstanceOf(IllegalArgumentException.class);
    }

    private static TemporalColumnBuilder times() {
        return (TemporalColumnBuilder) Built.builder(ColumnKind.TEMPORAL, ProfileDetail.FULL, Optional.empty());
    }

    private static double number(MetricValue value) {
        return value.number().orElseThrow();
    }

    private static byte[] encoded(ColumnBuilder builder) {
        return ProfileCodec.encode(builder.build());
    }
}
