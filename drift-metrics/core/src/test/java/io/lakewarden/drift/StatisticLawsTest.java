package io.lakewarden.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.lakewarden.profile.ColumnKind;
import io.lakewarden.profile.ColumnProfile;
import io.lakewarden.profile.NumericBinning;
import io.lakewarden.result.MetricValue.Known;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What must hold for every statistic in the registry. */
class StatisticLawsTest {
    private static final Set<String> ASYMMETRIC = Set.of(
            "kl_divergence",
            "wasserstein_normalized",
            "percent_null_delta",
            "percent_non_finite_delta",
            "new_category_share",
            "out_of_range_share");
    private static final Set<String> UNBOUNDED = Set.of(
            "population_stability_index",
            "kl_divergence",
            "wasserstein_distance",
            "wasserstein_normalized",
            "chi_squared_test");

    static List<DriftStatistic> all() {
        return DriftStatistics.all();
    }

    static Stream<DriftStatistic> numeric() {
        return DriftStatistics.of(ColumnKind.NUMERIC).stream();
    }

    /** Those that a change of location moves. */
    static Stream<DriftStatistic> ofLocation() {
        return numeric().filter(statistic -> !statistic.name().startsWith("percent_"));
    }

    static Stream<DriftStatistic> symmetric() {
        return numeric().filter(statistic -> !ASYMMETRIC.contains(statistic.name()));
    }

    @Test
    void namesAreUniqueAndFound() {
        assertThat(DriftStatistics.names()).doesNotHaveDuplicates().allMatch(name -> name.matches("[a-z_]+"));
        assertThat(DriftStatistics.names())
                .allSatisfy(name -> assertThat(DriftStatistics.named(name)).isPresent());
        assertThat(DriftStatistics.named("ks")).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("all")
    void distanceToItselfIsZero(DriftStatistic statistic) {
        for (ColumnProfile profile : samples(statistic)) {
            Known self = known(statistic, profile, profile);
            assertThat(self.value()).isCloseTo(0, within(1e-12));
            assertThat(self.lower()).isLessThanOrEqualTo(0);
        }
    }

    @ParameterizedTest
    @MethodSource("symmetric")
    void sidesMayBeSwapped(DriftStatistic statistic) {
        NumericBinning bins = NumericBinning.ofEdges(-1, -0.5, 0, 0.5, 1, 2);
        ColumnProfile first = Profiles.column(Profiles.normal(1, 3_000, 0, 1), bins);
        ColumnProfile second = Profiles.column(Profiles.normal(2, 2_000, 0.4, 2), bins);
        assertThat(known(statistic, first, second).value())
                .isCloseTo(known(statistic, second, first).value(), within(1e-9));
    }

    @ParameterizedTest
    @MethodSource("all")
    void valuesStayInRange(DriftStatistic statistic) {
        Random random = new Random(3);
        for (int repeat = 0; repeat < 20; repeat++) {
            long seed = random.nextLong();
            double shift = 10 * random.nextDouble();
            for (ColumnProfile reference : samples(statistic)) {
                ColumnProfile current =
                        switch (reference.kind()) {
                            case NUMERIC ->
                                Profiles.column(
                                        Profiles.normal(seed, 200, shift, 1 + shift), Profiles.binning(reference));
                            case CATEGORICAL ->
                                Profiles.column(
                                        text(new Random(seed), 200, 1 + random.nextInt(9)),
                                        Profiles.binning(reference));
                            default ->
                                Profiles.column(booleans(new Random(seed), 200, 0.9), Profiles.binning(reference));
                        };
                Known score = known(statistic, reference, current);
                assertThat(score.value())
                        .isGreaterThanOrEqualTo(statistic.name().startsWith("percent_") ? -1 : 0);
                if (!UNBOUNDED.contains(statistic.name())) {
                    assertThat(score.upper()).isLessThanOrEqualTo(1);
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("ofLocation")
    void valuesGrowWithTheShift(DriftStatistic statistic) {
        ColumnProfile reference = Profiles.reference(Profiles.normal(1, 4_000, 0, 1));
        double before = -1;
        for (double shift : new double[] {0, 0.5, 1, 2, 4}) {
            ColumnProfile current = Profiles.column(Profiles.normal(2, 4_000, shift, 1), Profiles.binning(reference));
            double value = known(statistic, reference, current).value();
            assertThat(value).as("shift by %s", shift).isGreaterThan(before);
            before = value;
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void emptySidesGiveAReasonInsteadOfANumber(DriftStatistic statistic) {
        for (ColumnProfile reference : samples(statistic)) {
            ColumnProfile none = Profiles.column(List.of(), Profiles.binning(reference));
            if (none.kind() == reference.kind()) {
                assertThat(statistic.compare(reference, none).value().number()).isEmpty();
                assertThat(statistic.compare(none, reference).value().number()).isEmpty();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void nothingIsEverNotANumber(DriftStatistic statistic) {
        List<List<Double>> hostile = List.of(
                Profiles.numbers(Double.NaN, Double.NaN),
                Profiles.numbers(Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 0),
                Profiles.numbers(Double.MAX_VALUE, -Double.MAX_VALUE),
                Profiles.numbers(Double.MIN_VALUE, 0, -0.0),
                Collections.nCopies(3, null),
                Profiles.numbers(5, 5, 5));
        if (!statistic.kinds().contains(ColumnKind.NUMERIC)) {
            return;
        }
        for (List<Double> was : hostile) {
            ColumnProfile reference = Profiles.reference(was);
            for (List<Double> is : hostile) {
                DriftScore score = statistic.compare(reference, Profiles.column(is, Profiles.binning(reference)));
                score.value().number().ifPresent(value -> assertThat(value).isFinite());
                score.details().values().forEach(detail -> detail.number()
                        .ifPresent(value -> assertThat(value).isFinite()));
            }
        }
    }

    private static List<ColumnProfile> samples(DriftStatistic statistic) {
        return Stream.of(
                        Profiles.reference(Profiles.normal(1, 1_500, 0, 1)),
                        Profiles.reference(Profiles.numbers(600, row -> row % 7)),
                        Profiles.reference(text(new Random(4), 500, 6)),
                        Profiles.reference(booleans(new Random(5), 500, 0.3)))
                .filter(profile -> statistic.kinds().contains(profile.kind()))
                .toList();
    }

    private static List<String> text(Random random, int rows, int categories) {
        return IntStream.range(0, rows)
                .mapToObj(row -> "category " + random.nextInt(categories))
                .toList();
    }

    private static List<Boolean> booleans(Random random, int rows, double share) {
        return IntStream.range(0, rows)
                .mapToObj(row -> random.nextDouble() < share)
                .toList();
    }

    private static Known known(DriftStatistic statistic, ColumnProfile reference, ColumnProfile current) {
        assertThat(statistic.compare(reference, current).value()).isInstanceOf(Known.class);
        return (Known) statistic.compare(reference, current).value();
    }
}
