package io.lakewarden.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lakewarden.drift.preset.DriftPresets;
import io.lakewarden.profile.Binning;
import io.lakewarden.profile.DatasetProfile;
import io.lakewarden.profile.ProfileDetail;
import io.lakewarden.result.Finding;
import io.lakewarden.result.MetricValue.Known;
import io.lakewarden.result.Status;
import io.lakewarden.result.Window;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a preset switches off, what overrides it, and what it says where the profiles do not tell enough. */
class DriftPresetTest {
    private static final DriftPolicy EVIDENTLY = policy("evidently");
    private static final DriftPolicy NANNYML = policy("nannyml");
    private static final DriftPolicy TFDV = policy("tfdv");

    @Test
    void decidesAloneAndSaysSo() {
        List<Double> reference = Profiles.normal(1, 500, 0, 1);
        List<Double> current = new ArrayList<>(Profiles.normal(2, 300, 0.5, 1));
        current.addAll(Collections.nCopies(200, null));

        DatasetDrift drift = compare(reference, current, EVIDENTLY);
        ColumnDrift column = drift.columns().get(0);

        // 40 % of nulls more fail by the own rules; Evidently drops them
        assertThat(compare(reference, current, DriftPolicy.DEFAULT)
                        .columns()
                        .get(0)
                        .checks())
                .anyMatch(check -> check.statistic().equals("percent_null_delta")
                        && check.finding().status() == Status.FAIL);
        assertThat(column.checks()).hasSize(1);
        assertThat(column.scores()).containsKeys("percent_null_delta", "evidently_ks_p_value");
        assertThat(column.status()).isEqualTo(Status.FAIL);
        assertThat(column.findings().get(0).sentence())
                .startsWith("'x' drifted as Evidently decides: its p-value of the Kolmogorov–Smirnov test is ")
                .endsWith(", no drift is above 0.05.");
        assertThat(drift.tests()).isZero();
        assertThat(drift.findings())
                .filteredOn(finding -> finding.column().equals(Finding.TABLE))
                .extracting(Finding::sentence)
                .containsExactly(
                        "The table drifted as Evidently decides: 1 of 1 columns drifted (100 %), no drift is below 50 %.");
        assertThat(new DriftExplanation(EVIDENTLY, drift).of(column).get(2))
                .contains("Evidently decides by this score alone");
    }

    @Test
    void limitsCanBeSetForAllColumnsAndForOne() {
        List<String> reference = texts(1000, 500);
        List<String> current = texts(1000, 530);

        assertThat(status(reference, current, TFDV)).isEqualTo(Status.FAIL);
        DriftPolicy wide = TFDV.withThreshold("tfdv_l_infinity", FixedThreshold.failingAt(0.05));
        assertThat(status(reference, current, wide)).isEqualTo(Status.PASS);
        assertThat(status(
                        reference, current, wide.withThreshold("x", "tfdv_l_infinity", FixedThreshold.warningAt(0.02))))
                .isEqualTo(Status.FAIL);
        assertThatThrownBy(() -> EVIDENTLY.withThreshold("tfdv_l_infinity", FixedThreshold.failingAt(0.05)))
                .hasMessageContaining("there is no statistic 'tfdv_l_infinity'");
    }

    @Test
    void aColumnWithThresholdsOfOwnStatisticsIsLeftToThose() {
        List<Double> reference = Profiles.normal(1, 500, 0, 1);
        List<Double> current = Profiles.normal(2, 500, 3, 1);
        DriftPolicy policy = EVIDENTLY.withThreshold("x", "mean_shift", FixedThreshold.failingAt(1));

        ColumnDrift column = compare(reference, current, policy).columns().get(0);

        assertThat(column.checks())
                .extracting(DriftCheck::statistic)
                .contains("mean_shift", "wasserstein_normalized", "percent_null_delta");
    }

    @Test
    void theFirstThresholdOfAColumnIsItsPrimaryCheck() {
        List<Double> reference = Profiles.normal(1, 500, 0, 1);
        List<Double> current = Profiles.normal(2, 500, 3, 1);
        DriftPolicy policy = DriftPolicy.DEFAULT
                .withThreshold("x", "percent_null_delta", FixedThreshold.failingAt(0.5))
                .withThreshold("x", "welch_t_test", FixedThreshold.failingAt(5))
                .withThreshold("x", "ks_test", FixedThreshold.failingAt(0.2));

        ColumnDrift column = compare(reference, current, policy).columns().get(0);

        assertThat(column.checks())
                .filteredOn(check -> check.adjusted().isPresent())
                .extracting(DriftCheck::statistic)
                .containsExactly("welch_t_test");
    }

    @Test
    void aSketchMakesAScoreApproximateAndSaysSo() {
        List<Double> reference = Profiles.normal(1, 20_000, 0, 1);
        List<Double> current = Profiles.normal(2, 20_000, 0.5, 1);

        for (DriftPolicy policy : List.of(EVIDENTLY, NANNYML, TFDV)) {
            DriftCheck check = compare(reference, current, policy)
                    .columns()
                    .get(0)
                    .checks()
                    .get(0);
            Known known = (Known) check.score().value();
            assertThat(known.exact()).isFalse();
            assertThat(known.lower()).isLessThanOrEqualTo(known.value());
            assertThat(known.value()).isLessThanOrEqualTo(known.upper());
            assertThat(check.finding().sentence()).contains("is about ").contains("so that the score is approximate");
        }
        assertThat(status(reference, current, EVIDENTLY)).isEqualTo(Status.FAIL);
    }

    @Test
    void blocksThatAreCountsOnlyStillSetNannymlsLimit() {
        List<Double> reference = Profiles.normal(1, 4_000, 0, 1);
        Optional<Binning> bins = Profiles.binning(Profiles.reference(reference));
        DatasetProfile whole = Profiles.dataset("x", reference, bins, Profiles.JANUARY, ProfileDetail.FULL);
        DatasetProfile current =
                Profiles.dataset("x", Profiles.normal(2, 500, 1, 1), bins, Profiles.JANUARY, ProfileDetail.FULL);
        Map<ProfileDetail, Double> limits = new EnumMap<>(ProfileDetail.class);
        for (ProfileDetail detail : ProfileDetail.values()) {
            List<DatasetProfile> blocks = IntStream.range(0, 8)
                    .mapToObj(block -> Profiles.dataset(
                            "x",
                            reference.subList(block * 500, block * 500 + 500),
                            bins,
                            Window.parse("2025-0" + (block + 1) + "-01/2025-0" + (block + 2) + "-01"),
                            detail))
                    .toList();
            DriftCheck check = DriftAnalysis.compare(new Reference(whole, blocks), current, NANNYML)
                    .columns()
                    .get(0)
                    .checks()
                    .get(0);
            limits.put(detail, ((FixedThreshold) check.threshold()).fail().orElseThrow());
            assertThat(check.finding().status()).isEqualTo(Status.FAIL);
            assertThat(check.finding().sentence()).contains("of 8 blocks of the reference");
        }
        // bins of equal mass are coarser in the tails, where the distance of a block grows
        double exact = limits.get(ProfileDetail.FULL);
        assertThat(limits.get(ProfileDetail.COUNTS)).isBetween(0.4 * exact, 1.01 * exact);
    }

    @Test
    void whatThePackageDoesNotDecideIsSkippedWithTheReason() {
        List<String> prose =
                IntStream.range(0, 900).mapToObj(row -> "text " + row).toList();

        Finding finding =
                compare(prose, prose, EVIDENTLY).columns().get(0).findings().get(0);

        assertThat(finding.status()).isEqualTo(Status.SKIPPED);
        assertThat(finding.sentence())
                .startsWith("'x' was not judged as Evidently decides: more than half of its texts are different");
    }

    private static DriftPolicy policy(String preset) {
        return DriftPolicy.DEFAULT.withPreset(DriftPresets.named(preset).orElseThrow());
    }

    private static Status status(List<?> reference, List<?> current, DriftPolicy policy) {
        return compare(reference, current, policy).columns().get(0).status();
    }

    private static DatasetDrift compare(List<?> reference, List<?> current, DriftPolicy policy) {
        Optional<Binning> bins = Profiles.binning(Profiles.reference(reference));
        return DriftAnalysis.compare(
                Reference.of(Profiles.dataset("x", reference, bins, Profiles.JANUARY, ProfileDetail.FULL)),
                Profiles.dataset("x", current, bins, Profiles.JANUARY, ProfileDetail.FULL),
                policy);
    }

    private static List<String> texts(int rows, int first) {
        return IntStream.range(0, rows).mapToObj(row -> row < first ? "a" : "b").toList();
    }
}
