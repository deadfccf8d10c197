package io.lakewarden.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.lakewarden.profile.ColumnKind;
import io.lakewarden.profile.ColumnProfile;
import io.lakewarden.profile.NumericBinning;
import io.lakewarden.result.MetricValue.Known;
import java.util.Collections;
import java.util.List;
import java.util.Map;
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
            "out_of_range_share",
            "quantile_shift",
            "vanished_category_share");

    /** They change their sign with the sides. */
    private static final Set<String> SIGNED = Set.of(
            "percent_null_delta",
            "percent_non_finite_delta",
            "mean_shift",
            "cohens_d",
            "student_t_test",
            "welch_t_test",
            "variance_ratio",
            "mann_whitney_test",
            "fisher_exact_test",
            "proportion_z_test");

    private static final Set<String> UNBOUNDED = Set.of(
            "population_stability_index",
            "kl_divergence",
            "wasserstein_distance",
            "wasserstein_normalized",
            "chi_squared_test",
            "mean_shift",
            "cohens_d",
            "student_t_test",
            "welch_t_test",
            "variance_ratio",
            "quantile_shift",
            "anderson_darling_test",
            "epps_singleton_test",
            "energy_distance",
            "g_test",
            "fisher_exact_test",
            "proportion_z_test");

    /** Where the range does not end at 1. */
    private static final Map<String, Double> GREATEST =
            Map.of("cramer_von_mises_test", 0.5, "maximum_mean_discrepancy", Math.sqrt(2));

    /** They compare what two kinds of values make of all. */
    private static final Set<String> OF_TWO_CATEGORIES = Set.of("fisher_exact_test", "proportion_z_test");

    /** Those that profiles alone decide; a scorecard's has laws of its own. */
    static List<DriftStatistic> all() {
        return DriftStatistics.all().stream()
                .filter(statistic -> !(statistic instanceof PointsShift))
                .toList();
    }

    private static Stream<DriftStatistic> of(ColumnKind kind) {
        return all().stream().filter(statistic -> statistic.kinds().contains(kind));
    }

    static Stream<DriftStatistic> numeric() {
        return of(ColumnKind.NUMERIC);
    }

    /** Those that a change of location moves. */
    static Stream<DriftStatistic> ofLocation() {
        return numeric()
                .filter(statistic -> !statistic.name().startsWith("percent_"))
                .filter(statistic -> !statistic.name().equals("variance_ratio"))
                // characteristic functions turn around: see its own test
                .filter(statistic -> !statistic.name().equals("epps_singleton_test"));
    }

    /** Those that a change of the share of true moves. */
    static Stream<DriftStatistic> ofShares() {
        return of(ColumnKind.BOOLEAN).filter(statistic -> !statistic.name().startsWith("percent_"));
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
        double sign = SIGNED.contains(statistic.name()) ? -1 : 1;
        double there = known(statistic, first, second).value();
        double back = known(statistic, second, first).value();
        assertThat(there).isNotZero().isCloseTo(sign * back, within(1e-9 * (1 + Math.abs(back))));
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
                                        text(
                                                new Random(seed),
                                                200,
                                                OF_TWO_CATEGORIES.contains(statistic.name())
                                                        ? 2
                                                        : 1 + random.nextInt(9)),
                                        Profiles.binning(reference));
                            default ->
                                Profiles.column(booleans(new Random(seed), 200, 0.9), Profiles.binning(reference));
                        };
                Known score = known(statistic, reference, current);
                double greatest = GREATEST.getOrDefault(statistic.name(), 1.0);
                if (!SIGNED.contains(statistic.name())) {
                    assertThat(score.lower()).isNotNegative();
                }
                if (!UNBOUNDED.contains(statistic.name())) {
                    assertThat(score.upper()).isLessThanOrEqualTo(greatest);
                    assertThat(score.lower()).isGreaterThanOrEqualTo(-greatest);
                }
                score(statistic, reference, current).pValue().number().ifPresent(pValue -> assertThat(pValue)
                        .isBetween(0.0, 1.0));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("ofLocation")
    void valuesGrowWithTheShift(DriftStatistic statistic) {
        ColumnProfile reference = Profiles.reference(Profiles.normal(1, 3_000, 0, 1));
        double before = Double.NEGATIVE_INFINITY;
        for (double shift : new double[] {0, 0.5, 1, 2, 4}) {
            ColumnProfile current = Profiles.column(Profiles.normal(2, 3_000, shift, 1), Profiles.binning(reference));
            double value = known(statistic, reference, current).value();
            assertThat(value).as("shift by %s", shift).isGreaterThan(before);
            before = value;
        }
    }

    @Test
    void statisticsOfShapeGrowWithTheChangeThatTheyAreFor() {
        ColumnProfile reference = Profiles.reference(Profiles.normal(1, 3_000, 0, 1));
        double spreadBefore = Double.NEGATIVE_INFINITY;
        double shiftBefore = Double.NEGATIVE_INFINITY;
        for (double change : new double[] {0, 0.25, 0.5, 1}) {
            ColumnProfile wider =
                    Profiles.column(Profiles.normal(2, 3_000, 0, 1 + change), Profiles.binning(reference));
            double spread = known(named("variance_ratio"), reference, wider).value();
            assertThat(spread).as("wider by %s", change).isGreaterThan(spreadBefore);
            spreadBefore = spread;
            ColumnProfile moved = Profiles.column(Profiles.normal(2, 3_000, change, 1), Profiles.binning(reference));
            double shift = known(named("epps_singleton_test"), reference, moved).value();
            assertThat(shift).as("moved by %s", change).isGreaterThan(shiftBefore);
            shiftBefore = shift;
        }
    }

    @ParameterizedTest
    @MethodSource("ofShares")
    void valuesGrowWithAShare(DriftStatistic statistic) {
        ColumnProfile reference = Profiles.reference(booleans(new Random(5), 2_000, 0.3));
        double before = Double.NEGATIVE_INFINITY;
        for (double share : new double[] {0.3, 0.45, 0.6, 0.9}) {
            ColumnProfile current = Profiles.column(booleans(new Random(6), 2_000, share), Profiles.binning(reference));
            double value = known(statistic, reference, current).value();
            assertThat(value).as("share of %s", share).isGreaterThan(before);
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
                        Profiles.reference(
                                text(new Random(4), 500, OF_TWO_CATEGORIES.contains(statistic.name()) ? 2 : 6)),
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

    private static DriftStatistic named(String name) {
        return DriftStatistics.named(name).orElseThrow();
    }

    private static DriftScore score(DriftStatistic statistic, ColumnProfile reference, ColumnProfile current) {
        return statistic.compare(reference, current);
    }

    private static Known known(DriftStatistic statistic, ColumnProfile reference, ColumnProfile current) {
        assertThat(score(statistic, reference, current).value()).isInstanceOf(Known.class);
        return (Known) score(statistic, reference, current).value();
    }
}
