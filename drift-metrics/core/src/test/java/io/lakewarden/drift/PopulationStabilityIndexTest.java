package io.lakewarden.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.lakewarden.profile.ColumnProfile;
import io.lakewarden.result.MetricValue.Known;
import io.lakewarden.result.MetricValue.Unknown;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A PSI that does not lie: not about outliers, not about small windows, not about what is missing. */
class PopulationStabilityIndexTest {
    private final PopulationStabilityIndex psi = new PopulationStabilityIndex();

    @Test
    void findsAShiftByOneDeviationAndIgnoresOneOutlier() {
        List<Double> current = new ArrayList<>(Profiles.normal(2, 10_000, 1, 1));
        ColumnProfile reference = Profiles.reference(Profiles.normal(1, 10_000, 0, 1));
        double before = value(reference, current);
        assertThat(before).isCloseTo(0.926, within(0.06));

        current.add(1e6);
        assertThat(value(reference, current)).isCloseTo(before, within(1e-3));
    }

    @Test
    void knowsItsMeanWithoutDriftAndCorrectsForIt() {
        int bins = 10;
        int repeats = 400;
        Random random = new Random(7);
        double sum = 0;
        double corrected = 0;
        int significant = 0;
        for (int repeat = 0; repeat < repeats; repeat++) {
            DriftScore score = psi.compare(table(multinomial(random, bins, 50_000), multinomial(random, bins, 500)));
            sum += score.value().number().orElseThrow();
            corrected += score.details().get("bias_corrected").number().orElseThrow();
            significant += score.pValue().number().orElseThrow() <= 0.05 ? 1 : 0;
        }
        // four standard errors: PSI / (1/N + 1/M) has a standard deviation of √18
        double tolerance = 4 * Math.sqrt(18.0 / repeats) * (1 / 50_000.0 + 1 / 500.0);
        assertThat(sum / repeats).isCloseTo(0.0182, within(tolerance));
        assertThat(corrected / repeats).isCloseTo(0, within(tolerance));
        assertThat(significant).isBetween(6, 34);
    }

    @Test
    void saysNothingOfSignificanceWhereItsLawIsNotKnown() {
        Random random = new Random(8);
        DriftScore score = psi.compare(table(multinomial(random, 10, 50_000), multinomial(random, 10, 20)));
        assertThat(score.value()).isInstanceOf(Known.class);
        assertThat(score.pValue()).isInstanceOf(Unknown.class);
    }

    @Test
    void isFiniteWhereAColumnOnlyGainsNullsOrGoesEmpty() {
        ColumnProfile reference = Profiles.reference(Profiles.normal(1, 1_000, 0, 1));
        List<Double> someMissing = new ArrayList<>(Profiles.normal(1, 900, 0, 1));
        someMissing.addAll(Collections.nCopies(100, null));
        assertThat(value(reference, someMissing)).isGreaterThan(PopulationStabilityIndex.LARGE);
        assertThat(value(reference, Collections.nCopies(1_000, (Double) null))).isGreaterThan(1);
    }

    @Test
    void isFiniteWhereACategoryIsNew() {
        ColumnProfile reference = Profiles.reference(Collections.nCopies(500, "a"));
        assertThat(value(reference, Collections.nCopies(500, "b"))).isGreaterThan(1);
    }

    @Test
    void printsItsSmoothing() {
        BinTable table = table(new long[] {10, 0}, new long[] {5, 5});
        assertThat(psi.compare(table).details().get("smoothing_pseudo_count").number())
                .hasValue(0.5);
        assertThat(new PopulationStabilityIndex(Smoothing.floor(1e-4))
                        .compare(table)
                        .details()
                        .get("smoothing_floor")
                        .number())
                .hasValue(1e-4);
        assertThat(new PopulationStabilityIndex(Smoothing.none()).compare(table).value())
                .isInstanceOf(Unknown.class);
    }

    @Test
    void isTheSumOfTheContributionsInTheTable() {
        BinTable table = table(new long[] {10, 20, 0, 70}, new long[] {25, 5, 3, 40});
        double sum = table.bins().stream().mapToDouble(Bin::psiContribution).sum();
        assertThat(psi.compare(table).value().number().orElseThrow()).isCloseTo(sum, within(1e-15));
    }

    private double value(ColumnProfile reference, List<?> current) {
        return psi.compare(reference, Profiles.column(current, Profiles.binning(reference)))
                .value()
                .number()
                .orElseThrow();
    }

    private static long[] multinomial(Random random, int bins, int rows) {
        long[] counts = new long[bins];
        for (int row = 0; row < rows; row++) {
            counts[random.nextInt(bins)]++;
        }
        return counts;
    }

    private static BinTable table(long[] reference, long[] current) {
        List<String> labels =
                IntStream.range(0, reference.length).mapToObj(Integer::toString).toList();
        return BinTable.ofCounts(labels, reference, current);
    }
}
