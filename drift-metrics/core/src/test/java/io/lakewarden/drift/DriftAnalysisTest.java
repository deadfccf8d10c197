package io.lakewarden.drift;

import static org.assertj.core.api.Assertions.assertThat;

import io.lakewarden.profile.Binning;
import io.lakewarden.profile.DatasetProfile;
import io.lakewarden.profile.NumericBinning;
import io.lakewarden.profile.ProfileDetail;
import io.lakewarden.result.ColumnRole;
import io.lakewarden.result.Finding;
import io.lakewarden.result.Status;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DriftAnalysisTest {
    private static final int REFERENCE_ROWS = 40_000;
    private static final int ROWS = 8_000;
    private static final String NAME = "in`come.<b>\n";

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14, 15})
    void quietMonthsAreQuiet(long seed) {
        assertThat(numeric(Profiles.normal(seed, ROWS, 0, 1)).status()).isEqualTo(Status.PASS);
        assertThat(numeric(Profiles.normal(seed, ROWS, 0.05, 1)).status())
                .as("a season of 0.05 standard deviations")
                .isEqualTo(Status.PASS);
        assertThat(numeric(Profiles.normal(seed, 40, 0, 1)).status())
                .as("a small window")
                .isEqualTo(Status.PASS);
        assertThat(categorical(channels(seed, ROWS, 0)).status()).isEqualTo(Status.PASS);
        assertThat(categorical(channels(seed, 40, 0)).status())
                .as("a small window")
                .isEqualTo(Status.PASS);
    }

    @Test
    void aShiftByAQuarterOfADeviationFails() {
        ColumnDrift drift = numeric(Profiles.normal(2, ROWS, 0.25, 1));
        assertThat(statusOf(drift, "wasserstein_normalized")).isEqualTo(Status.FAIL);
        assertThat(sentenceOf(drift, "wasserstein_normalized"))
                .startsWith("'" + NAME + "' moved by at least 0.2")
                .contains("standard deviations", "its mean from", "moved most", "below 0.1");
    }

    @Test
    void anotherUnitOnATenthOfTheRowsFails() {
        Random random = new Random(3);
        List<Double> incomes = Profiles.normal(1, REFERENCE_ROWS, 50, 10);
        List<Double> current = Profiles.normal(2, ROWS, 50, 10).stream()
                .map(income -> random.nextInt(10) == 0 ? income * 100 : income)
                .toList();
        ColumnDrift drift = compare(incomes, current, DriftPolicy.DEFAULT);
        assertThat(statusOf(drift, "wasserstein_normalized")).isEqualTo(Status.FAIL);
        assertThat(statusOf(drift, "out_of_range_share")).isEqualTo(Status.WARN);
    }

    @Test
    void threePointsOfNullsWarnAndChangeNothingElse() {
        List<Double> current = new ArrayList<>(Profiles.normal(2, ROWS * 97 / 100, 0, 1));
        current.addAll(Collections.nCopies(ROWS * 3 / 100, null));
        ColumnDrift drift = numeric(current);
        assertThat(statusOf(drift, "percent_null_delta")).isEqualTo(Status.WARN);
        assertThat(statusOf(drift, "wasserstein_normalized")).isEqualTo(Status.PASS);
        assertThat(sentenceOf(drift, "percent_null_delta"))
                .isEqualTo("'" + NAME + "' misses 3 % of its values, 3 points more than the 0 % before; "
                        + "expected is below 2 points.");
    }

    @Test
    void anEmptyColumnFailsWithFiniteScores() {
        ColumnDrift drift = numeric(Collections.nCopies(ROWS, null));
        assertThat(drift.status()).isEqualTo(Status.FAIL);
        assertThat(sentenceOf(drift, "percent_null_delta")).contains("went empty: all 8000 values are missing");
        assertThat(drift.scores()
                        .get("population_stability_index")
                        .value()
                        .number()
                        .orElseThrow())
                .isFinite()
                .isGreaterThan(1);
        assertThat(statusOf(drift, "wasserstein_normalized")).isEqualTo(Status.SKIPPED);
    }

    @Test
    void aNewCategoryAtTwoPercentIsFound() {
        ColumnDrift drift = categorical(channels(5, ROWS, 0.02));
        assertThat(statusOf(drift, "new_category_share")).isEqualTo(Status.WARN);
        assertThat(sentenceOf(drift, "new_category_share")).contains("in categories that the reference does not have");
    }

    @Test
    void aHandfulOfRowsIsNotJudged() {
        DatasetDrift drift =
                analyse(Profiles.normal(1, 1_000, 0, 1), Profiles.normal(2, 29, 5, 1), DriftPolicy.DEFAULT);
        assertThat(drift.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.status()).isEqualTo(Status.ERROR);
            assertThat(finding.column()).isEqualTo(Finding.TABLE);
            assertThat(finding.sentence()).contains("29 rows and 30 are needed");
        });
        assertThat(drift.columns()).singleElement().satisfies(column -> {
            assertThat(column.status()).isEqualTo(Status.ERROR);
            assertThat(column.scores().get("ks_test").value().number()).isEmpty();
        });
    }

    @Test
    void aBrokenColumnGivesOneFinding() {
        DatasetProfile reference = dataset(Profiles.normal(1, 100, 0, 1), Optional.of(NumericBinning.ofEdges(0)));
        DatasetProfile current = dataset(Profiles.normal(1, 100, 0, 1), Optional.of(NumericBinning.ofEdges(1)));
        DatasetDrift drift = DriftAnalysis.compare(Reference.of(reference), current, DriftPolicy.DEFAULT);
        assertThat(drift.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.status()).isEqualTo(Status.ERROR);
            assertThat(finding.sentence()).contains("could not be compared", "was counted in bins");
        });
    }

    @Test
    void rolesNameTheSourceAndThePsi() {
        List<Double> was = Profiles.normal(1, 2_000, 0, 1);
        List<Double> is = Profiles.normal(2, 2_000, 1, 1);
        DriftPolicy policy = DriftPolicy.DEFAULT.withThreshold(
                "population_stability_index", Threshold.of(PopulationStabilityIndex.MODERATE, 0.25));
        Map<ColumnRole, List<String>> expected = Map.of(
                ColumnRole.FEATURE, List.of("data-drift", "has a CSI of"),
                ColumnRole.PROTECTED, List.of("data-drift", "has a CSI of"),
                ColumnRole.PREDICTION, List.of("prediction-drift", "has a PSI of"),
                ColumnRole.LABEL, List.of("label-drift", "has a PSI of"));
        expected.forEach((role, words) -> {
            ColumnDrift drift = compare(was, is, policy.withRoles(Map.of(NAME, role)));
            assertThat(statusOf(drift, "population_stability_index")).isEqualTo(Status.FAIL);
            assertThat(drift.findings()).extracting(Finding::source).containsOnly(words.get(0));
            assertThat(sentenceOf(drift, "population_stability_index")).contains(words.get(1));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"ID", "TIME"})
    void identifiersAndTimesAreLeftAlone(String role) {
        DriftPolicy policy = DriftPolicy.DEFAULT.withRoles(Map.of(NAME, ColumnRole.valueOf(role)));
        ColumnDrift drift = compare(Profiles.normal(1, 100, 0, 1), Profiles.normal(1, 100, 9, 1), policy);
        assertThat(drift.status()).isEqualTo(Status.SKIPPED);
        assertThat(drift.findings()).isEmpty();
    }

    @Test
    void anIdentifierByItsValuesIsSkippedWithAReason() {
        List<String> ids =
                IntStream.range(0, 3_000).mapToObj(row -> "id " + row).toList();
        ColumnDrift drift = compare(ids, ids.subList(0, 100), DriftPolicy.DEFAULT);
        assertThat(drift.status()).isEqualTo(Status.PASS);
        assertThat(statusOf(drift, "l_infinity_distance")).isEqualTo(Status.SKIPPED);
        assertThat(sentenceOf(drift, "l_infinity_distance")).contains("as in an identifier");
    }

    @Test
    void aConstantThatChangesIsJudgedInShares() {
        List<Double> current = new ArrayList<>(Collections.nCopies(900, 1.0));
        current.addAll(Collections.nCopies(100, 2.0));
        ColumnDrift drift = compare(Collections.nCopies(1_000, 1.0), current, DriftPolicy.DEFAULT);
        assertThat(statusOf(drift, "l_infinity_distance")).isEqualTo(Status.FAIL);
    }

    @Test
    void aBooleanIsJudgedByItsShare() {
        List<Boolean> was =
                IntStream.range(0, 10_000).mapToObj(row -> row % 10 == 0).toList();
        List<Boolean> is =
                IntStream.range(0, 10_000).mapToObj(row -> row % 8 == 0).toList();
        ColumnDrift drift = compare(was, is, DriftPolicy.DEFAULT);
        assertThat(statusOf(drift, "l_infinity_distance")).isEqualTo(Status.WARN);
        assertThat(sentenceOf(drift, "l_infinity_distance")).contains("from 10 % to 12.5 %");
    }

    @Test
    void checksCanBeSwitchedOffForAColumn() {
        DriftPolicy policy = DriftPolicy.DEFAULT.withThreshold(NAME, "wasserstein_normalized", FixedThreshold.NONE);
        ColumnDrift drift = compare(Profiles.normal(1, 1_000, 0, 1), Profiles.normal(2, 1_000, 0.5, 1), policy);
        assertThat(drift.findings()).extracting(Finding::key).noneMatch(key -> key.endsWith("/wasserstein_normalized"));
        assertThat(drift.scores()).containsKey("wasserstein_normalized");
    }

    private static ColumnDrift numeric(List<Double> current) {
        return compare(Profiles.normal(1, REFERENCE_ROWS, 0, 1), current, DriftPolicy.DEFAULT);
    }

    private static ColumnDrift categorical(List<String> current) {
        return compare(channels(1, REFERENCE_ROWS, 0), current, DriftPolicy.DEFAULT);
    }

    private static List<String> channels(long seed, int rows, double newShare) {
        Random random = new Random(seed);
        return IntStream.range(0, rows)
                .mapToObj(row -> {
                    double draw = random.nextDouble();
                    return draw < newShare ? "agent" : draw < 0.5 ? "web" : draw < 0.95 ? "branch" : "phone";
                })
                .toList();
    }

    private static ColumnDrift compare(List<?> was, List<?> is, DriftPolicy policy) {
        return analyse(was, is, policy).columns().get(0);
    }

    private static DatasetDrift analyse(List<?> was, List<?> is, DriftPolicy policy) {
        Optional<Binning> binning = BinningRule.DEFAULT.freeze(
                dataset(was, Optional.empty()).column(NAME).orElseThrow());
        return DriftAnalysis.compare(Reference.of(dataset(was, binning)), dataset(is, binning), policy);
    }

    private static DatasetProfile dataset(List<?> values, Optional<Binning> binning) {
        return Profiles.dataset(NAME, values, binning, Profiles.JANUARY, ProfileDetail.FULL);
    }

    private static Status statusOf(ColumnDrift drift, String check) {
        return finding(drift, check).status();
    }

    private static String sentenceOf(ColumnDrift drift, String check) {
        return finding(drift, check).sentence();
    }

    private static Finding finding(ColumnDrift drift, String check) {
        return drift.findings().stream()
                .filter(finding -> finding.key().endsWith("/" + check))
                .findFirst()
                .orElseThrow();
    }
}
