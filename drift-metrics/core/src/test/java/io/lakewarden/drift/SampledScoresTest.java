package io.lakewarden.drift;

import static org.assertj.core.api.Assertions.assertThat;

import io.lakewarden.profile.Binning;
import io.lakewarden.profile.DatasetProfile;
import io.lakewarden.profile.ProfileDetail;
import io.lakewarden.result.Finding;
import io.lakewarden.result.MetricValue;
import io.lakewarden.result.Status;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class SampledScoresTest {
    private static final String STATISTIC = "anderson_darling_test";
    private static final DriftPolicy POLICY = DriftPolicy.DEFAULT.withThreshold(STATISTIC, FixedThreshold.failingAt(5));

    @Test
    void fillsInWhatNoProfileKnowsAndJudgesIt() {
        double[] reference = normal(20_000, 0, 1);
        double[] current = normal(20_000, 1, 2);
        DatasetDrift drift = compare(reference, current);
        SampledScores sampled = new SampledScores(
                0.001, Map.of("x", new SampledScores.Sides(first(reference, 900), first(current, 800))));

        DatasetDrift filled = sampled.fill(drift);

        assertThat(score(drift).value()).isInstanceOf(MetricValue.Unknown.class);
        DriftScore expected = new AndersonDarlingTest().compare(first(reference, 900), first(current, 800));
        assertThat(score(filled).value()).isEqualTo(expected.value());
        assertThat(score(filled).details())
                .containsAllEntriesOf(expected.details())
                .containsEntry("sample_reference", MetricValue.exactly(900))
                .containsEntry("sample_current", MetricValue.exactly(800));
        Finding finding = sampled.judge(filled, "multivariate").get(0);
        assertThat(finding.status()).isEqualTo(Status.FAIL);
        assertThat(finding.sentence())
                .startsWith(
                        "By samples of 900 values of the reference and 800 of the window, anderson_darling_test of 'x' is ")
                .endsWith("; expected below 5.");
        // what a profile knows stays
        assertThat(filled.columns().get(0).scores().get("mean_shift"))
                .isEqualTo(drift.columns().get(0).scores().get("mean_shift"));
    }

    @Test
    void passesWithoutDriftAndLeavesKnownScoresAlone() {
        double[] reference = normal(20_000, 0, 1);
        double[] same = normal(20_000, 0, 3);
        SampledScores sampled =
                new SampledScores(0.001, Map.of("x", new SampledScores.Sides(first(reference, 900), first(same, 800))));

        assertThat(sampled.judge(sampled.fill(compare(reference, same)), "multivariate"))
                .extracting(Finding::status)
                .containsExactly(Status.PASS);
        DatasetDrift known = compare(hundred(reference), hundred(same));
        assertThat(sampled.fill(known)).isEqualTo(known);
        assertThat(sampled.judge(known, "multivariate")).isEmpty();
    }

    private static double[] hundred(double[] values) {
        return DoubleStream.of(values).limit(100).toArray();
    }

    private static DatasetDrift compare(double[] reference, double[] current) {
        Optional<Binning> bins = Profiles.binning(Profiles.reference(Profiles.numbers(reference)));
        return DriftAnalysis.compare(Reference.of(profile(reference, bins)), profile(current, bins), POLICY);
    }

    private static DatasetProfile profile(double[] values, Optional<Binning> bins) {
        return Profiles.dataset("x", Profiles.numbers(values), bins, Profiles.JANUARY, ProfileDetail.FULL);
    }

    private static DriftScore score(DatasetDrift drift) {
        return drift.columns().get(0).scores().get(STATISTIC);
    }

    private static WeightedValues first(double[] values, int count) {
        return WeightedValues.of(DoubleStream.of(values).limit(count).toArray());
    }

    private static double[] normal(int count, double mean, long seed) {
        Random random = new Random(seed);
        return DoubleStream.generate(() -> mean + random.nextGaussian())
                .limit(count)
                .toArray();
    }
}
