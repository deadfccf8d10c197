package io.lakewarden.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.lakewarden.profile.ColumnProfile;
import io.lakewarden.profile.NumericProfile;
import io.lakewarden.profile.ProfileDetail;
import io.lakewarden.result.MetricValue.Known;
import io.lakewarden.result.MetricValue.Unknown;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The test beside the default verdict on numbers: it sees each kind of change, and alarms no more often than it says. */
class CombinedTestTest {
    private final CombinedTest test = new CombinedTest();

    @Test
    void eachKindOfChangeIsSeenByTheTestThatIsForIt() {
        ColumnProfile reference = Profiles.reference(Profiles.normal(1, 20_000, 0, 1));
        assertThat(loudest(reference, Profiles.normal(2, 1_000, 0.2, 1))).isIn("mean_p_value", "rank_p_value");
        assertThat(loudest(reference, Profiles.normal(3, 1_000, 0, 1.2))).isEqualTo("spread_p_value");
        assertThat(loudest(reference, Profiles.numbers(1_000, row -> row % 10 == 0 ? 0.7 : quantile(row, 1_000))))
                .isEqualTo("shares_p_value");
        List<Double> farOut = Profiles.numbers(1_000, row -> row < 5 ? 5 + 0.1 * row : quantile(row, 1_000));
        assertThat(loudest(reference, farOut)).isEqualTo("range_p_value");
        List<Double> cut = Profiles.numbers(200, row -> quantile(0.12 + 0.88 * (row + 0.5) / 200));
        assertThat(loudest(reference, cut)).isEqualTo("ends_p_value");
        ColumnProfile skewed = Profiles.reference(lognormal(4, 20_000, 0));
        assertThat(loudest(skewed, lognormal(5, 1_000, 0.25))).isEqualTo("rank_p_value");
    }

    @Test
    void thePValueIsTheWeightedHarmonicMeanLessWhatChanceAdds() {
        ColumnProfile reference = Profiles.reference(Profiles.normal(1, 20_000, 0, 1));
        DriftScore score = score(reference, Profiles.normal(2, 500, 0.2, 1));
        double inverse = 0.46 / detail(score, "mean_p_value")
                + 0.4 / detail(score, "rank_p_value")
                + 0.06 / detail(score, "spread_p_value")
                + 0.04 / detail(score, "ends_p_value")
                + 0.02 / detail(score, "shares_p_value")
                + 0.02 / detail(score, "range_p_value");
        double expected = 1 / (inverse - 1 - Math.log(inverse));
        assertThat(score.details()).hasSize(7);
        assertThat(p(score)).isLessThan(0.01).isCloseTo(expected, withinPercentage(1e-9));
        assertThat(score.value().number().orElseThrow()).isCloseTo(-Math.log10(expected), within(1e-12));
    }

    @Test
    void weightsOfWhatCannotBeComputedGoToTheOthers() {
        ColumnProfile reference = Profiles.reference(Profiles.normal(1, 5_000, 0, 1));
        // of two values each bin expects less than five
        DriftScore score = score(reference, Profiles.numbers(2, row -> row == 0 ? -0.7 : 0.7));
        assertThat(score.details()).doesNotContainKey("shares_p_value").hasSize(6);
        assertThat(p(score)).isEqualTo(1);
    }

    @Test
    void equalSidesAndFarOnesAreTheEndsOfItsRange() {
        ColumnProfile reference = Profiles.reference(Profiles.normal(1, 5_000, 0, 1));
        assertThat(p(score(reference, Profiles.normal(1, 5_000, 0, 1)))).isEqualTo(1);
        DriftScore far = score(reference, Profiles.normal(2, 5_000, 50, 1));
        assertThat(p(far)).isPositive().isLessThan(1e-300);
        assertThat(far.value().number().orElseThrow()).isBetween(300.0, 308.0);
    }

    /** Without drift, p ≤ 0.01 comes in at most one window of a hundred; the bound is that of 2,000 draws. */
    @ParameterizedTest
    @CsvSource({"100, false", "100, true", "1000, false", "1000, true"})
    void quietWindowsAreQuiet(int rows, boolean skewed) {
        ColumnProfile reference = Profiles.reference(skewed ? lognormal(1, 5_000, 0) : Profiles.normal(1, 5_000, 0, 1));
        int draws = rows == 100 ? 2_000 : 500;
        long alarms = IntStream.range(0, draws)
                .filter(draw -> p(score(
                                reference,
                                skewed ? lognormal(draw + 2, rows, 0) : Profiles.normal(draw + 2, rows, 0, 1)))
                        <= 0.01)
                .count();
        assertThat(alarms).isLessThanOrEqualTo(draws / 100 + 2 * (long) Math.sqrt(draws / 100.0));
    }

    @Test
    void ranksOfBinsAreThoseOfTheirValues() {
        ColumnProfile reference = Profiles.reference(Profiles.numbers(400, row -> row % 8));
        List<Double> current = Profiles.numbers(150, row -> row * row % 8);
        DriftScore values =
                new MannWhitneyTest().compare(reference, Profiles.column(current, Profiles.binning(reference)));
        assertThat(detail(score(reference, current), "rank_p_value"))
                .isCloseTo(values.pValue().number().orElseThrow(), within(1e-12));
    }

    @Test
    void endsAreThoseOfTheReference() {
        ColumnProfile reference = Profiles.reference(Profiles.numbers(1_000, row -> row));
        // a tenth of the reference lies in its first bin, and a tenth in its last: 100 against 0 of 200, or as many as
        // 40
        double missing = detail(score(reference, Profiles.numbers(200, row -> 100 + 3 * row)), "ends_p_value");
        double tooMany = detail(
                score(reference, Profiles.numbers(200, row -> row < 40 ? -1 - row : 100 + 5.6 * (row - 40))),
                "ends_p_value");
        assertThat(missing).isCloseTo(2 * fisher(100, 1_000, 0, 200), withinPercentage(1e-9));
        assertThat(tooMany).isCloseTo(2 * fisher(100, 1_000, 40, 200), withinPercentage(1e-9));
    }

    private static double fisher(long reference, long referenceTotal, long current, long currentTotal) {
        return FisherLaw.pValue(new TwoShares(reference, referenceTotal, current, currentTotal))
                .number()
                .orElseThrow();
    }

    /** Nine tenths of the error go to the side where a few large amounts are, and one tenth to the other. */
    @Test
    void theMeanOfSkewedAmountsIsWatchedOnItsLongSide() {
        ColumnProfile reference = Profiles.reference(lognormal(1, 20_000, 0));
        long[] alarms = new long[2];
        int draws = 4_000;
        for (int draw = 0; draw < draws; draw++) {
            List<Double> current = lognormal(draw + 2, 100, 0);
            if (detail(score(reference, current), "mean_p_value") <= 0.05) {
                double mean = current.stream().mapToDouble(x -> x).average().orElseThrow();
                alarms[mean > Math.exp(0.5) ? 0 : 1]++;
            }
        }
        assertThat(alarms[0]).isBetween((long) (0.03 * draws), (long) (0.055 * draws));
        assertThat(alarms[1]).isLessThanOrEqualTo((long) (0.01 * draws));
    }

    /** All orders of three values of the reference and four of now, drawn instead of counted. */
    @Test
    void theRangeKeepsItsPromiseInAllOrders() {
        ColumnProfile reference = Profiles.reference(Profiles.numbers(1, 2, 3));
        double[] middle = new double[5];
        for (int outside = 0; outside <= 4; outside++) {
            int beyond = outside;
            middle[outside] = detail(
                    score(reference, Profiles.numbers(4, row -> row < beyond ? 10 + row : 1.5)), "range_p_value");
        }
        long[] seen = new long[5];
        Random random = new Random(1);
        int draws = 200_000;
        for (int draw = 0; draw < draws; draw++) {
            double[] values = random.doubles(7).toArray();
            double least = Math.min(values[0], Math.min(values[1], values[2]));
            double greatest = Math.max(values[0], Math.max(values[1], values[2]));
            int outside = (int) IntStream.range(3, 7)
                    .filter(place -> values[place] < least || values[place] > greatest)
                    .count();
            IntStream.rangeClosed(0, outside).forEach(k -> seen[k]++);
        }
        for (int outside = 0; outside <= 4; outside++) {
            double more = outside == 4 ? 0 : seen[outside + 1];
            assertThat(middle[outside]).isCloseTo((seen[outside] + more) / (2.0 * draws), within(0.005));
        }
    }

    @Test
    void countsOnlyProfilesSayTheSame() {
        List<Double> values = Profiles.normal(2, 800, 0.1, 1.1);
        ColumnProfile reference = Profiles.reference(Profiles.normal(1, 5_000, 0, 1));
        ColumnProfile counts = Profiles.dataset(
                        "x", values, Profiles.binning(reference), Profiles.JANUARY, ProfileDetail.COUNTS)
                .column("x")
                .orElseThrow();
        DriftScore full = score(reference, values);
        assertThat(test.compare(reference, counts).details().keySet())
                .isEqualTo(full.details().keySet());
        assertThat(p(test.compare(reference, counts))).isCloseTo(p(full), withinPercentage(1e-9));
    }

    @Test
    void aConstantReferenceIsLeftToTheShares() {
        ColumnProfile reference = Profiles.reference(Profiles.numbers(100, row -> 5));
        assertThat(score(reference, Profiles.numbers(100, row -> row % 2)).value())
                .isEqualTo(new Unknown("the reference is constant, or varies less than a double can tell"));
    }

    @Test
    void oneHugeAmountInASmallWindowIsNoShift() {
        ColumnProfile reference = Profiles.reference(lognormal(1, 20_000, 0));
        // quantiles of the law itself, and its highest one in 20,000
        List<Double> current =
                Profiles.numbers(100, row -> row == 99 ? maximum(reference) : Math.exp(quantile(row, 100)));
        assertThat(p(score(reference, current))).isGreaterThan(0.05);
    }

    private static double maximum(ColumnProfile profile) {
        return ((NumericProfile) profile).maximum().number().orElseThrow();
    }

    private static List<Double> lognormal(long seed, int rows, double shift) {
        return Profiles.normal(seed, rows, shift, 1).stream().map(Math::exp).toList();
    }

    /** Evenly spread over the standard normal law, each place once in a thousand rows however they are ordered. */
    private static double quantile(int row, int rows) {
        return quantile((row * 7 % rows + 0.5) / rows);
    }

    private static double quantile(double share) {
        return new NormalDistribution(null, 0, 1).inverseCumulativeProbability(share);
    }

    private String loudest(ColumnProfile reference, List<Double> current) {
        DriftScore score = score(reference, current);
        assertThat(p(score)).isLessThan(0.001);
        return score.details().entrySet().stream()
                .filter(detail -> !detail.getKey().equals(DriftScore.P_VALUE))
                .min(Comparator.comparingDouble(detail -> ((Known) detail.getValue()).value()))
                .orElseThrow()
                .getKey();
    }

    private DriftScore score(ColumnProfile reference, List<Double> current) {
        return test.compare(reference, Profiles.column(current, Profiles.binning(reference)));
    }

    private static double p(DriftScore score) {
        return score.pValue().number().orElseThrow();
    }

    private static double detail(DriftScore score, String name) {
        return score.details().get(name).number().orElseThrow();
    }
}
