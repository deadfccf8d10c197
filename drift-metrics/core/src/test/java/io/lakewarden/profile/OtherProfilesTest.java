package io.lakewarden.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lakewarden.result.MetricValue;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OtherProfilesTest {
    @Test
    void truthValuesAreCounted() {
        BooleanProfile profile = booleans(true, true, false);
        BooleanProfile merged = profile.merge(booleans(true));

        assertThat(merged.trues()).isEqualTo(3);
        assertThat(merged.falses()).isEqualTo(1);
        assertThat(merged.trueShare()).isEqualTo(MetricValue.exactly(0.75));
        assertThat(merged.nulls()).isEqualTo(2);
        assertThat(booleans().trueShare()).isInstanceOf(MetricValue.Unknown.class);
    }

    private static BooleanProfile booleans(boolean... values) {
        BooleanColumnBuilder builder =
                (BooleanColumnBuilder) Built.builder(ColumnKind.BOOLEAN, ProfileDetail.FULL, Optional.empty());
        builder.addNull();
        for (boolean value : values) {
            builder.add(value);
        }
        return builder.build();
    }

    @Test
    void momentsKeepTheirMicroseconds() {
        Instant far = Instant.parse("9999-12-31T23:59:59.999999Z");
        long micros = far.getEpochSecond() * 1_000_000 + 999_999;
        TemporalProfile profile = Built.times(ProfileDetail.FULL, Arrays.asList(micros, micros - 1, -1L, null));

        assertThat(profile.earliest()).contains(Instant.parse("1969-12-31T23:59:59.999999Z"));
        assertThat(profile.latest()).contains(far);
        assertThat(profile.distinct()).isEqualTo(MetricValue.exactly(3));
        assertThat(profile.ecdf().at(0)).isEqualTo(1 / 3.0);
        assertThat(Built.times(ProfileDetail.FULL, List.of()).earliest()).isEmpty();
    }

    @Test
    void partsOfATimeColumnMergeToTheWhole() {
        List<Long> micros =
                new Random(3).longs(9000).map(bits -> bits >> 12).boxed().toList();
        TemporalProfile whole = Built.times(ProfileDetail.FULL, micros);
        TemporalProfile merged = Built.times(ProfileDetail.FULL, micros.subList(0, 4000))
                .merge(Built.times(ProfileDetail.FULL, micros.subList(4000, 9000)));

        assertThat(merged.metrics()).isEqualTo(whole.metrics());
        LongStream.of(-1L << 50, 0, 1L << 50).forEach(moment -> assertThat(Math.abs(
                        merged.ecdf().at((double) moment) - whole.ecdf().at((double) moment)))
                .isLessThanOrEqualTo(0.01));
        assertThat(ProfileCodec.encode(ProfileCodec.decode(ProfileCodec.encode(merged))))
                .isEqualTo(ProfileCodec.encode(merged));
    }

    @Test
    void collectionsAreProfiledByTheirSizes() {
        CollectionProfile profile = sizes(0, 4, 2).merge(sizes()).merge(sizes(6));

        assertThat(profile.minimumSize()).isEqualTo(MetricValue.exactly(0));
        assertThat(profile.meanSize()).isEqualTo(MetricValue.exactly(3));
        assertThat(profile.maximumSize()).isEqualTo(MetricValue.exactly(6));
        assertThat(profile.empties()).isEqualTo(1);
        assertThat(sizes().meanSize()).isInstanceOf(MetricValue.Unknown.class);
    }

    private static CollectionProfile sizes(int... sizes) {
        CollectionColumnBuilder builder =
                (CollectionColumnBuilder) Built.builder(ColumnKind.COLLECTION, ProfileDetail.FULL, Optional.empty());
        for (int size : sizes) {
            builder.add(size);
        }
        return builder.build();
    }

    @ParameterizedTest
    @EnumSource
    void everyKindSurvivesItsEncodingEmptyAndWithANull(ColumnKind kind) {
        ColumnBuilder builder = Built.builder(kind, ProfileDetail.FULL, Optional.empty());
        assertRoundTrip(builder.build());
        builder.addNull();
        ColumnProfile profile = builder.build();
        assertRoundTrip(profile);
        assertThat(profile.present()).isZero();
        assertThat(profile.metrics().get("percent_null")).isEqualTo(MetricValue.exactly(1));
    }

    private static void assertRoundTrip(ColumnProfile profile) {
        ColumnProfile decoded = ProfileCodec.decode(ProfileCodec.encode(profile));
        assertThat(decoded.spec()).isEqualTo(profile.spec());
        assertThat(decoded.metrics()).isEqualTo(profile.metrics());
        assertThat(decoded.merge(profile).count()).isEqualTo(2 * profile.count());
    }

    @Test
    void binsMustSuitTheColumn() {
        Optional<Binning> numeric = Optional.of(NumericBinning.ofEdges(1));
        for (ColumnKind kind : ColumnKind.values()) {
            if (kind != ColumnKind.NUMERIC) {
                assertThatThrownBy(() -> Built.builder(kind, ProfileDetail.FULL, numeric))
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessageContaining("'c'");
            }
        }
    }
}
