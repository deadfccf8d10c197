package io.lakewarden.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.lakewarden.profile.ColumnProfile;
import io.lakewarden.profile.ProfileDetail;
import io.lakewarden.result.MetricValue;
import io.lakewarden.result.MetricValue.Known;
import io.lakewarden.result.MetricValue.Unknown;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the classical tests say where their laws, their bounds or their values end. */
class FurtherStatisticsTest {
    @Test
    void statisticsWithoutABoundAreUnknownFromSketches() {
        ColumnProfile reference = Profiles.reference(Profiles.normal(1, 20_000, 0, 1));
        ColumnProfile current = Profiles.column(Profiles.normal(2, 100, 0, 1), Profiles.binning(reference));
        for (String statistic : List.of("anderson_darling_test", "epps_singleton_test")) {
            assertThat(reason(score(statistic, reference, current)))
                    .isEqualTo(
                            "it needs the values themselves: the column has more distinct values than a profile keeps"
                                    + " exactly");
        }
        assertThat(score("variance_ratio", reference, current).value()).isInstanceOf(Known.class);
        assertThat(score("variance_ratio", reference, current).pValue()).isInstanceOf(Unknown.class);
    }

    @Test
    void profilesOfCountsAloneKnowMomentsButNoValues() {
        ColumnProfile counts = Profiles.dataset(
                        "x", Profiles.normal(1, 500, 0, 1), Optional.empty(), Profiles.JANUARY, ProfileDetail.COUNTS)
                .column("x")
                .orElseThrow();
        for (String statistic : List.of("mann_whitney_test", "energy_distance", "quantile_shift")) {
            assertThat(reason(score(statistic, counts, counts))).contains("counts-only profile");
        }
        assertThat(known(score("student_t_test", counts, counts)).value()).isZero();
    }

    @Test
    void manyValuesAreKeptByCountingThem() {
        ColumnProfile reference = Profiles.reference(Profiles.numbers(50_000, row -> row % 500));
        ColumnProfile current =
                Profiles.column(Profiles.numbers(50_000, row -> row % 499), Profiles.binning(reference));
        assertThat(known(score("anderson_darling_test", reference, current)).value())
                .isPositive();
        assertThat(known(score("mann_whitney_test", reference, current)).exact())
                .isTrue();
    }

    @Test
    void theDiscrepancyOfAllValuesLiesInTheIntervalOfThoseTaken() {
        double[] was = values(Profiles.normal(1, 3_000, 0, 1));
        double[] is = values(Profiles.normal(2, 2_000, 0.3, 1.2));
        for (int taken : new int[] {8, 64, 500}) {
            DriftScore score = new MaximumMeanDiscrepancy(taken).compare(WeightedValues.of(was), WeightedValues.of(is));
            double bandwidth =
                    known(DriftScore.of(score.details().get("bandwidth"))).value();
            double truth = Math.sqrt(meanKernel(was, was, bandwidth)
                    + meanKernel(is, is, bandwidth)
                    - 2 * meanKernel(was, is, bandwidth));
            assertThat(truth)
                    .as("with %s values of a side", taken)
                    .isBetween(known(score).lower(), known(score).upper());
        }
        assertThatThrownBy(() -> new MaximumMeanDiscrepancy(1001)).hasMessageContaining("between 2 and 1000");
    }

    private static double meanKernel(double[] x, double[] y, double bandwidth) {
        double sum = 0;
        for (double a : x) {
            for (double b : y) {
                double distance = (a - b) / bandwidth;
                sum += Math.exp(-distance * distance / 2);
            }
        }
        return sum / x.length / y.length;
    }

    @Test
    void andersonAndDarlingsPValuesEndWhereTheirTableEnds() {
        AndersonDarlingTest test = new AndersonDarlingTest();
        WeightedValues low = WeightedValues.of(1, 2, 3, 4, 5, 6, 7, 8);
        WeightedValues high = WeightedValues.of(11, 12, 13, 14, 15, 16, 17, 18);
        Known alike = (Known) test.compare(low, low).pValue();
        assertThat(List.of(alike.lower(), alike.upper())).containsExactly(0.25, 1.0);
        Known apart = (Known) test.compare(low, high).pValue();
        assertThat(List.of(apart.lower(), apart.upper())).containsExactly(0.0, 0.001);
    }

    @Test
    void smallSamplesHaveCountedPValues() {
        WeightedValues low = WeightedValues.of(1, 2, 3);
        WeightedValues high = WeightedValues.of(4, 5, 6);
        // 2 of the 20 orders are as extreme
        assertThat(number(new MannWhitneyTest().compare(low, high).pValue())).isCloseTo(0.1, within(1e-12));
        assertThat(number(new CramerVonMisesTest().compare(low, high).pValue())).isCloseTo(0.1, within(1e-12));
        assertThat(known(new MannWhitneyTest().compare(low, high)).value()).isEqualTo(1);
        assertThat(known(new MannWhitneyTest().compare(high, low)).value()).isEqualTo(-1);
    }

    @Test
    void tiesMakeCramerAndVonMisesNoMoreAlarming() {
        Random random = new Random(7);
        for (int different : new int[] {2, 3, 10}) {
            int alarms = 0;
            for (int repeat = 0; repeat < 1_000; repeat++) {
                DriftScore score =
                        new CramerVonMisesTest().compare(whole(random, 150, different), whole(random, 100, different));
                alarms += number(score.pValue()) <= 0.05 ? 1 : 0;
            }
            // five per cent, and three standard deviations of a thousand coins
            assertThat(alarms).as("with %s different values", different).isLessThan(50 + 21);
        }
    }

    @Test
    void equalConstantsOfUnequalNumberAreNoDrift() {
        WeightedValues few = WeightedValues.of(5, 5, 5);
        WeightedValues many =
                WeightedValues.of(IntStream.range(0, 40).mapToDouble(row -> 5).toArray());
        for (ValueStatistic statistic : List.of(
                new CramerVonMisesTest(), new AndersonDarlingTest(), new MannWhitneyTest(), new EnergyDistance())) {
            DriftScore score = statistic.compare(few, many);
            assertThat(known(score).value()).as(statistic.name()).isZero();
            score.pValue().number().ifPresent(pValue -> assertThat(pValue).isEqualTo(1));
        }
    }

    @Test
    void samplesHoldFiniteNumbersOnly() {
        assertThatThrownBy(() -> WeightedValues.of(1, Double.NaN)).hasMessageContaining("finite numbers, but got NaN");
        assertThat(WeightedValues.of(0.0, -0.0, 1).size()).isEqualTo(2);
        assertThat(reason(new EnergyDistance().compare(WeightedValues.of(), WeightedValues.of(1))))
                .isEqualTo("the reference has no finite numbers");
    }

    @Test
    void fisherKnowsTheLadyTastingTea() {
        DriftScore score = new FisherExactTest().compare(table(new long[] {3, 1}, new long[] {1, 3}));
        assertThat(number(score.pValue())).isCloseTo(34 / 70.0, within(1e-12));
        assertThat(number(score.details().get("odds_ratio"))).isCloseTo(1 / 9.0, within(1e-12));
    }

    @Test
    void fisherIsQuickWhereThereAreManyRows() {
        DriftScore score = new FisherExactTest()
                .compare(table(new long[] {500_000_000, 500_000_000}, new long[] {50_040, 49_960}));
        // as the normal law has it for so many rows
        assertThat(number(score.pValue())).isCloseTo(0.8, within(0.01));
    }

    @Test
    void moreThanTwoCategoriesAreNotReducedToTwo() {
        BinTable table = BinTable.ofCounts(List.of("a", "b", "c"), new long[] {5, 4, 3}, new long[] {3, 4, 5});
        assertThat(reason(new FisherExactTest().compare(table))).isEqualTo("there are more than two categories");
        assertThat(reason(new ProportionZTest().compare(table))).isEqualTo("there are more than two categories");
    }

    @Test
    void rareCategoriesJoinUntilTheirLawHolds() {
        BinTable table = BinTable.ofCounts(
                List.of("a", "b", "c", "d", "e"), new long[] {60, 30, 2, 1, 7}, new long[] {50, 40, 1, 3, 6});
        DriftScore score = new ChiSquaredTest().compare(table);
        // c and d join, and their 7 rows join the 13 of e: three categories are left
        assertThat(number(score.details().get("grouped_degrees_of_freedom"))).isEqualTo(2);
        assertThat(number(score.details().get("grouped_statistic")))
                .isCloseTo(
                        new ChiSquaredTest()
                                .compare(BinTable.ofCounts(
                                        List.of("a", "b", "others"), new long[] {60, 30, 10}, new long[] {50, 40, 10}))
                                .value()
                                .number()
                                .orElseThrow(),
                        within(1e-12));
    }

    @Test
    void deequsCorrectionTakesOffWhatSoFewRowsMayDiffer() {
        BinTable table = table(new long[] {50, 50}, new long[] {90, 10});
        assertThat(known(new RobustLInfinityDistance().compare(table)).value())
                .isCloseTo(0.4 - 1.8 * Math.sqrt(0.02), within(1e-12));
        assertThat(known(new RobustLInfinityDistance().compare(table(new long[] {5, 5}, new long[] {7, 3})))
                        .value())
                .isZero();
        assertThat(number(new LInfinityDistance().compare(table).details().get("normalized_absolute_difference")))
                .isCloseTo(40 / 200.0, within(1e-12));
    }

    @Test
    void vanishedCategoriesAreCountedInTheReference() {
        ColumnProfile reference = Profiles.reference(repeated("a", 70, "b", 20, "c", 10));
        ColumnProfile current = Profiles.column(repeated("a", 30, "d", 30), Profiles.binning(reference));
        Known share = known(score("vanished_category_share", reference, current));
        assertThat(share.value()).isCloseTo(0.3, within(1e-12));
        assertThat(share.exact()).isTrue();
    }

    @Test
    void vanishedCategoriesAmongTooManyAreAnInterval() {
        List<String> many = Stream.concat(
                        Collections.nCopies(3_000, "often").stream(),
                        IntStream.range(0, 3_000).mapToObj(row -> "rare " + row))
                .toList();
        ColumnProfile reference = Profiles.reference(many);
        ColumnProfile current = Profiles.column(many.subList(3_000, 6_000), Profiles.binning(reference));
        Known share = known(score("vanished_category_share", reference, current));
        assertThat(List.of(share.lower(), share.upper())).containsExactly(0.5, 1.0);
    }

    private static WeightedValues whole(Random random, int rows, int different) {
        return WeightedValues.of(IntStream.range(0, rows)
                .mapToDouble(row -> random.nextInt(different))
                .toArray());
    }

    private static List<String> repeated(Object... valuesAndTimes) {
        return IntStream.range(0, valuesAndTimes.length / 2)
                .boxed()
                .flatMap(i ->
                        Collections.nCopies((int) valuesAndTimes[2 * i + 1], (String) valuesAndTimes[2 * i]).stream())
                .toList();
    }

    private static double[] values(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static BinTable table(long[] reference, long[] current) {
        return BinTable.ofCounts(List.of("a", "b"), reference, current);
    }

    private static DriftScore score(String statistic, ColumnProfile reference, ColumnProfile current) {
        return DriftStatistics.named(statistic).orElseThrow().compare(reference, current);
    }

    private static Known known(DriftScore score) {
        assertThat(score.value()).isInstanceOf(Known.class);
        return (Known) score.value();
    }

    private static double number(MetricValue value) {
        return value.number().orElseThrow();
    }

    private static String reason(DriftScore score) {
        assertThat(score.value()).isInstanceOf(Unknown.class);
        return ((Unknown) score.value()).reason();
    }
}
