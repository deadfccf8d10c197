package io.lakewarden.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.lakewarden.result.MetricValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class NumericMergeLawTest {
    private static final int SIZE = 6000;
    private static final Optional<Binning> BINS =
            Optional.of(NumericBinning.ofEdges(-1, Math.nextDown(0.0), 0, 0.5, 3, 1e6));

    private static NumericProfile profile(List<Double> values) {
        return Built.numbers(ProfileDetail.FULL, BINS, values);
    }

    private static List<List<Double>> parts(HostileNumbers numbers, long seed) {
        List<Double> values = numbers.values(seed, SIZE);
        int a = values.size() / 5;
        int b = values.size() / 2;
        return List.of(values.subList(0, a), values.subList(a, b), values.subList(b, values.size()));
    }

    private static List<Double> joined(List<List<Double>> parts) {
        List<Double> all = new ArrayList<>();
        parts.forEach(all::addAll);
        return all;
    }

    @ParameterizedTest
    @EnumSource
    void mergedPartsAreTheWhole(HostileNumbers numbers) {
        for (long seed = 1; seed <= 3; seed++) {
            List<List<Double>> parts = parts(numbers, seed);
            NumericProfile whole = profile(joined(parts));
            NumericProfile a = profile(parts.get(0));
            NumericProfile b = profile(parts.get(1));
            NumericProfile c = profile(parts.get(2));

            assertSame(a.merge(b).merge(c), whole);
            assertSame(a.merge(b.merge(c)), whole);
            assertSame(c.merge(a).merge(b), whole);
        }
    }

    @ParameterizedTest
    @EnumSource
    void countsOnlyProfilesMergeAsFullOnesDo(HostileNumbers numbers) {
        List<List<Double>> parts = parts(numbers, 4);
        NumericProfile whole = Built.numbers(ProfileDetail.COUNTS, BINS, joined(parts));
        NumericProfile merged = Built.numbers(ProfileDetail.COUNTS, BINS, parts.get(0))
                .merge(Built.numbers(ProfileDetail.COUNTS, BINS, parts.get(1)))
                .merge(Built.numbers(ProfileDetail.COUNTS, BINS, parts.get(2)));

        assertSame(merged, whole);
        assertThat(merged.distinct().number()).isEmpty();
        assertThat(merged.exactCounts()).isEmpty();
        assertThat(merged.topValues(3)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void theEmptyProfileIsTheIdentity(HostileNumbers numbers) {
        NumericProfile profile = profile(numbers.values(5, SIZE));
        byte[] bytes = ProfileCodec.encode(profile);

        assertThat(ProfileCodec.encode(profile.merge(profile(List.of())))).isEqualTo(bytes);
        assertThat(ProfileCodec.encode(profile(List.of()).merge(profile))).isEqualTo(bytes);
    }

    @ParameterizedTest
    @EnumSource
    void encodingKeepsEverythingAndIsDeterministic(HostileNumbers numbers) {
        NumericProfile profile = profile(numbers.values(6, SIZE)).merge(profile(numbers.values(7, SIZE)));
        byte[] bytes = ProfileCodec.encode(profile);
        NumericProfile decoded = (NumericProfile) ProfileCodec.decode(bytes);

        assertThat(ProfileCodec.encode(profile(numbers.values(6, SIZE)).merge(profile(numbers.values(7, SIZE)))))
                .isEqualTo(bytes);
        assertThat(ProfileCodec.encode(decoded)).isEqualTo(bytes);
        assertThat(decoded.metrics()).isEqualTo(profile.metrics());
        assertThat(decoded.spec()).isEqualTo(profile.spec());
        assertThat(decoded.ecdf().cumulativeCounts()).isEqualTo(profile.ecdf().cumulativeCounts());
        assertThat(ProfileCodec.encode(decoded.merge(profile))).isEqualTo(ProfileCodec.encode(profile.merge(profile)));
    }

    private static void assertSame(NumericProfile actual, NumericProfile whole) {
        assertThat(actual.count()).isEqualTo(whole.count());
        assertThat(actual.nulls()).isEqualTo(whole.nulls());
        assertThat(actual.nans()).isEqualTo(whole.nans());
        assertThat(actual.positiveInfinities()).isEqualTo(whole.positiveInfinities());
        assertThat(actual.negativeInfinities()).isEqualTo(whole.negativeInfinities());
        assertThat(actual.finite()).isEqualTo(whole.finite());
        assertThat(actual.zeros()).isEqualTo(whole.zeros());
        assertThat(actual.negatives()).isEqualTo(whole.negatives());
        assertThat(actual.integers()).isEqualTo(whole.integers());
        assertThat(actual.minimum()).isEqualTo(whole.minimum());
        assertThat(actual.maximum()).isEqualTo(whole.maximum());
        assertThat(actual.exactCounts()).isEqualTo(whole.exactCounts());
        assertThat(actual.distinct()).isEqualTo(whole.distinct());
        assertBins(actual.bins().orElseThrow(), whole.bins().orElseThrow());
        double scale = Math.max(
                Math.abs(whole.minimum().number().orElse(0)),
                Math.abs(whole.maximum().number().orElse(0)));
        assertClose(actual.sum(), whole.sum(), 1e-15 * scale * whole.count());
        assertClose(actual.mean(), whole.mean(), 1e-15 * scale);
        assertClose(actual.standardDeviation(), whole.standardDeviation(), 1e-15 * scale);
        assertClose(actual.skewness(), whole.skewness(), 1e-9);
        assertClose(actual.kurtosis(), whole.kurtosis(), 1e-9);
        assertDistributions(actual.ecdf(), whole.ecdf());
    }

    private static void assertBins(BinCounts actual, BinCounts whole) {
        assertThat(actual.total()).isEqualTo(whole.total());
        for (int bin = 0; bin < whole.binning().size(); bin++) {
            assertThat(actual.count(bin)).isEqualTo(whole.count(bin));
            double expected = whole.sum(bin);
            if (Double.isFinite(expected)) {
                assertThat(actual.sum(bin)).isCloseTo(expected, within(1e-12 * Math.abs(expected)));
            } else {
                assertThat(actual.sum(bin)).isEqualTo(expected);
            }
        }
    }

    private static void assertDistributions(Ecdf actual, Ecdf whole) {
        assertThat(actual.count()).isEqualTo(whole.count());
        double bound = actual.rankError() + whole.rankError() + 1e-12;
        for (double x : whole.values()) {
            assertThat(actual.at(x)).isCloseTo(whole.at(x), within(bound));
        }
    }

    private static void assertClose(MetricValue actual, MetricValue expected, double scale) {
        assertThat(actual.number().isPresent()).isEqualTo(expected.number().isPresent());
        expected.number().ifPresent(value -> assertThat(actual.number().orElseThrow())
                .isCloseTo(value, within(1e-12 * Math.abs(value) + scale)));
    }
}
