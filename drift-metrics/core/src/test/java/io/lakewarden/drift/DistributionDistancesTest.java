package io.lakewarden.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.lakewarden.profile.ColumnProfile;
import io.lakewarden.profile.NumericBinning;
import io.lakewarden.result.MetricValue.Known;
import io.lakewarden.result.MetricValue.Unknown;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Kolmogorov–Smirnov and Wasserstein: exact from exact distributions, honest intervals from sketches. */
class DistributionDistancesTest {
    private static final NumericBinning BINS = NumericBinning.ofEdges(-2, -1, 0, 1, 2);

    @Test
    void wassersteinOfSmallSamplesIsTheAreaBetweenTheSteps() {
        ColumnProfile reference = Profiles.reference(Profiles.numbers(0, 1, 3));
        ColumnProfile current = Profiles.column(Profiles.numbers(5, 6, 8), Profiles.binning(reference));
        assertThat(score("wasserstein_distance", reference, current).value()).hasToString("5.0");
        assertThat(known("wasserstein_normalized", reference, current).value())
                .isCloseTo(5 / Math.sqrt(14 / 9.0), within(1e-12));
    }

    @Test
    void theBoundOverBinsIsTheDistanceOfAPureShift() {
        ColumnProfile reference = Profiles.column(Profiles.normal(1, 20_000, 0, 1), BINS);
        ColumnProfile current = Profiles.column(
                Profiles.normal(1, 20_000, 0, 1).stream().map(x -> x + 0.25).toList(), BINS);
        Known distance = known("wasserstein_distance", reference, current);
        assertThat(distance.lower()).isCloseTo(0.25, within(1e-9));
        assertThat(distance.value()).isCloseTo(0.25, within(0.02));
    }

    @Test
    void intervalsFromSketchesHoldTheTruth() {
        List<Double> was = Profiles.normal(1, 30_000, 0, 1);
        List<Double> is = Profiles.normal(2, 20_000, 0.1, 1.3);
        ColumnProfile reference = Profiles.column(was, BINS);
        ColumnProfile current = Profiles.column(is, BINS);
        double[] truth = exactDistances(was, is);
        Known gap = known("ks_test", reference, current);
        assertThat(gap.exact()).isFalse();
        assertThat(truth[0]).isBetween(gap.lower(), gap.upper());
        Known distance = known("wasserstein_distance", reference, current);
        assertThat(truth[1]).isBetween(distance.lower(), distance.upper());
    }

    @Test
    void aSketchTooCoarseForItsPValueGivesNone() {
        ColumnProfile reference = Profiles.column(Profiles.normal(1, 30_000, 0, 1), BINS);
        ColumnProfile current = Profiles.column(Profiles.normal(2, 30_000, 0.02, 1), BINS);
        assertThat(score("ks_test", reference, current).pValue()).isInstanceOf(Unknown.class);
    }

    @Test
    void smallSamplesHaveTheExactPValue() {
        // three values all below three others: 2 of the 20 orders are as extreme
        assertThat(pValue(List.of(1.0, 2.0, 3.0), List.of(4.0, 5.0, 6.0))).isCloseTo(0.1, within(1e-12));
        // of the C(7, 2) = 21 orders, 2 put both values of one sample at one end
        assertThat(pValue(List.of(1.0, 2.0), List.of(3.0, 4.0, 5.0, 6.0, 7.0))).isCloseTo(2 / 21.0, within(1e-12));
        assertThat(pValue(List.of(1.0, 2.0), List.of(1.0, 2.0))).isEqualTo(1);
        assertThat(pValue(List.of(5.0, 5.0, 5.0), List.of(5.0, 5.0)))
                .as("equal constants")
                .isEqualTo(1);
    }

    @Test
    void exactAndAsymptoticLawsMeet() {
        for (double d : new double[] {0.03, 0.05, 0.08, 0.12}) {
            double exact = KolmogorovSmirnovLaw.exact(d, 1_000, 999);
            assertThat(KolmogorovSmirnovLaw.asymptotic(d, 1_000, 999)).isCloseTo(exact, within(0.1 * exact + 1e-9));
        }
    }

    private static double pValue(List<Double> first, List<Double> second) {
        ColumnProfile reference = Profiles.column(first, BINS);
        return score("ks_test", reference, Profiles.column(second, BINS))
                .pValue()
                .number()
                .orElseThrow();
    }

    /** sup |F − G| and ∫ |F − G| by definition, from the sorted values. */
    private static double[] exactDistances(List<Double> was, List<Double> is) {
        double[] x = was.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        double[] y = is.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        double gap = 0;
        double area = 0;
        int i = 0;
        int j = 0;
        double previous = Math.min(x[0], y[0]);
        while (i < x.length || j < y.length) {
            boolean first = j == y.length || (i < x.length && x[i] <= y[j]);
            double at = first ? x[i] : y[j];
            area += (at - previous) * Math.abs((double) i / x.length - (double) j / y.length);
            i += first ? 1 : 0;
            j += first ? 0 : 1;
            gap = Math.max(gap, Math.abs((double) i / x.length - (double) j / y.length));
            previous = at;
        }
        return new double[] {gap, area};
    }

    private static DriftScore score(String statistic, ColumnProfile reference, ColumnProfile current) {
        return DriftStatistics.named(statistic).orElseThrow().compare(reference, current);
    }

    private static Known known(String statistic, ColumnProfile reference, ColumnProfile current) {
        return (Known) score(statistic, reference, current).value();
    }
}
