package io.lakewarden.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

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

    private static byte[] encoded(ColumnBuilder builder) {
        return ProfileCodec.encode(builder.build());
    }
}
