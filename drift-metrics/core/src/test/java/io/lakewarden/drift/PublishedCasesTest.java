package io.lakewarden.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.lakewarden.profile.ColumnProfile;
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
    void largestChangeOfCountAsInTfdv() {
        DriftScore score = new LInfinityDistance().compare(table(new long[] {1, 5}, new long[] {10, 50}));
        assertThat(score.value().number().orElseThrow()).isCloseTo(0, within(1e-12));
        assertThat(score.details()
                        .get("normalized_absolute_difference")
                        .number()
                        .orElseThrow())
                .isCloseTo(0.68181818, within(5e-9));
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
    void testsOfNumbersAsInEvidently() {
        ColumnProfile first = Profiles.reference(Profiles.numbers(38.7, 41.5, 43.8, 44.5, 45.5, 46.0, 47.7, 58.0));
        ColumnProfile second = Profiles.column(
                Profiles.numbers(39.2, 39.3, 39.7, 41.4, 41.8, 42.9, 43.3, 45.8), Profiles.binning(first));
        assertThat(pValue(new AndersonDarlingTest(), first, second)).isCloseTo(0.0635, within(5e-5));
        assertThat(pValue(new StudentTest(), first, second)).isCloseTo(0.0841, within(5e-5));
        assertThat(pValue(new WelchTest(), first, second)).isCloseTo(0.09512, within(5e-6));
    }

    /** The expected counts are below 5, so that no p-value is given; the published one is that of the χ² law. */
    @Test
    void likelihoodRatioAsInEvidently() {
        DriftScore score = new GTest().compare(table(new long[] {5, 5, 8}, new long[] {4, 6, 8}));
        assertThat(PValues.upperChiSquared(score.value().number().orElseThrow(), 2))
                .isCloseTo(0.9038, within(5e-5));
        assertThat(score.pValue().number()).isEmpty();
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

    private static double pValue(DriftStatistic statistic, ColumnProfile reference, ColumnProfile current) {
        return statistic.compare(reference, current).pValue().number().orElseThrow();
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
