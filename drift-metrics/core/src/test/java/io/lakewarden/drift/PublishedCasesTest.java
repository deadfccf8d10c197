package io.lakewarden.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Worked examples that other projects print, to the digits they give. */
class PublishedCasesTest {
    private static final long[] EVIDENTLY_REFERENCE = {16, 18, 16, 14, 12, 12};
    private static final long[] EVIDENTLY_CURRENT = {16, 16, 16, 16, 16, 8};

    @Test
    void largestChangeOfShareAsInTfdv() {
        assertThat(value(new LInfinityDistance(), table(new long[] {1, 9}, new long[] {3, 7})))
                .isCloseTo(0.2, within(1e-12));
        assertThat(value(new LInfinityDistance(), table(new long[] {0, 9, 1}, new long[] {3, 7, 0})))
                .isCloseTo(0.3, within(1e-12));
    }

    @Test
    void jensenShannonDivergenceAsInTfdv() {
        assertThat(divergence(new long[] {2, 2, 0, 0}, new long[] {0, 1, 1, 2}))
                .as("buckets [1,2):2, [2,3):2 against [2,4):2, [4,6):2, split at the union of their edges")
                .isCloseTo(0.65563906222, within(1e-11));
        assertThat(divergence(new long[] {2, 2, 1, 0, 0, 0}, new long[] {2, 0, 0, 1, 1, 1}))
                .isCloseTo(0.6, within(1e-12));
        assertThat(divergence(new long[] {3, 0}, new long[] {0, 8}))
                .as("no overlap")
                .isEqualTo(1);
    }

    @Test
    void populationStabilityIndexAsInDeequ() {
        long[] expected = {428, 425, 414, 427, 440, 447, 380, 386, 444, 386};
        long[] actual = {426, 437, 429, 391, 469, 433, 360, 443, 371, 418};
        assertThat(value(new PopulationStabilityIndex(Smoothing.none()), table(expected, actual)))
                .isCloseTo(0.007406694184014186, within(1e-15));
    }

    @Test
    void distancesAsInEvidently() {
        BinTable table = table(EVIDENTLY_REFERENCE, EVIDENTLY_CURRENT);
        assertThat(value(new PopulationStabilityIndex(Smoothing.none()), table)).isCloseTo(0.037218, within(5e-7));
        assertThat(value(new HellingerDistance(), table)).isCloseTo(0.068128, within(5e-7));
        assertThat(value(new TotalVariationDistance(), table)).isCloseTo(0.068182, within(5e-7));
        assertThat(value(new JensenShannonDistance(), table)).isCloseTo(0.081734, within(5e-7));
        assertThat(value(new LInfinityDistance(), table)).isCloseTo(0.045455, within(5e-7));
    }

    @Test
    void twoSampleChiSquareOfEvidentlysCounts() {
        DriftScore score = new ChiSquaredTest().compare(table(EVIDENTLY_REFERENCE, EVIDENTLY_CURRENT));
        assertThat(score.value().number().orElseThrow()).isCloseTo(1.622409, within(5e-7));
        assertThat(score.pValue().number().orElseThrow()).isCloseTo(0.898526, within(5e-7));
        assertThat(score.details().get("degrees_of_freedom").number()).hasValue(5);
    }

    @Test
    void largestChangeOfShareAsInNannyMl() {
        assertThat(value(new LInfinityDistance(), table(new long[] {2, 2, 2, 0}, new long[] {2, 2, 2, 1})))
                .isCloseTo(0.14, within(0.005));
    }

    private static double divergence(long[] reference, long[] current) {
        return new JensenShannonDistance()
                .compare(table(reference, current))
                .details()
                .get("divergence")
                .number()
                .orElseThrow();
    }

    private static double value(BinStatistic statistic, BinTable table) {
        return statistic.compare(table).value().number().orElseThrow();
    }

    private static BinTable table(long[] reference, long[] current) {
        List<String> labels =
                IntStream.range(0, reference.length).mapToObj(Integer::toString).toList();
        return BinTable.ofCounts(labels, reference, current);
    }
}
