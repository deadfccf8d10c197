package io.lakewarden.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.lakewarden.profile.Binning;
import io.lakewarden.profile.ColumnProfile;
import io.lakewarden.profile.DatasetProfile;
import io.lakewarden.profile.ProfileCodec;
import io.lakewarden.profile.ProfileDetail;
import io.lakewarden.result.Finding;
import io.lakewarden.result.MetricValue;
import io.lakewarden.result.MetricValue.Known;
import io.lakewarden.result.MetricValue.Unknown;
import io.lakewarden.result.Status;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class ScorecardTest {
    private static final OptionalDouble NONE = OptionalDouble.empty();

    private static final Scorecard SCORE = new Scorecard.Bands(List.of(500.0, 550.0, 600.0), List.of(), NONE);

    private static final Scorecard PURPOSE =
            new Scorecard.Attributes(points("car", 10, "home", 30), OptionalDouble.of(20), OptionalDouble.of(5));

    private static Map<String, Double> points(String one, double itsPoints, String other, double othersPoints) {
        return Map.of(one, itsPoints, other, othersPoints);
    }

    private static <T> List<T> values(List<T> kinds, int... counts) {
        List<T> values = new ArrayList<>();
        for (int kind = 0; kind < counts.length; kind++) {
            values.addAll(Collections.nCopies(counts[kind], kinds.get(kind)));
        }
        return values;
    }

    private static DatasetDrift compare(List<?> was, List<?> is, Scorecard scorecard, DriftPolicy policy) {
        BinningRule rule = new BinningRule(10, Map.of("x", scorecard));
        Optional<Binning> bins = rule.freeze(Profiles.column(was, Optional.empty()));
        return DriftAnalysis.compare(
                Reference.of(profile(was, bins)), profile(is, bins), policy.withScorecards(Map.of("x", scorecard)));
    }

    private static DatasetProfile profile(List<?> values, Optional<Binning> bins) {
        return Profiles.dataset("x", values, bins, Profiles.JANUARY, ProfileDetail.FULL);
    }

    private static DriftScore score(DatasetDrift drift, String statistic) {
        return drift.columns().get(0).scores().get(statistic);
    }

    @Test
    void bandsHoldTheirLowerBoundAndAreShownEvenWhereTheReferenceHasNone() {
        List<Double> was = values(List.of(500.0, 549.0, 550.0, 600.0, 700.0), 10, 10, 20, 30, 30);
        List<Double> is = values(List.of(499.0, 500.0, 599.5, 600.0, 700.0), 5, 20, 25, 25, 25);

        BinTable table = compare(was, is, SCORE, DriftPolicy.DEFAULT)
                .columns()
                .get(0)
                .bins()
                .orElseThrow();

        assertThat(table.bins()).extracting(Bin::label).containsExactly("< 500", "[500, 550)", "[550, 600)", "≥ 600");
        assertThat(table.referenceCounts()).containsExactly(0, 20, 20, 60);
        assertThat(table.currentCounts()).containsExactly(5, 20, 25, 50);
    }

    @Test
    void theIndexOfAScoreIsJudgedByItsCustomaryLimits() {
        List<Double> was = values(List.of(450.0, 520.0, 570.0, 650.0), 1000, 2000, 3000, 4000);
        List<Double> slight = values(List.of(450.0, 520.0, 570.0, 650.0), 1200, 2100, 2900, 3800);
        List<Double> large = values(List.of(450.0, 520.0, 570.0, 650.0), 3000, 3000, 2000, 2000);

        // by hand: 0.2 ln 3 + 0.1 ln 1.5 + 0.1 ln 1.5 + 0.2 ln 2
        double byHand = 0.2 * Math.log(3) + 0.1 * Math.log(1.5) + 0.1 * Math.log(1.5) + 0.2 * Math.log(2);
        DatasetDrift drift = compare(was, large, SCORE, DriftPolicy.DEFAULT);
        assertThat(((Known) score(drift, "population_stability_index").value()).value())
                .isCloseTo(byHand, within(0.001));
        assertThat(status(drift, "population_stability_index")).isEqualTo(Status.FAIL);
        assertThat(status(compare(was, slight, SCORE, DriftPolicy.DEFAULT), "population_stability_index"))
                .isEqualTo(Status.PASS);
        assertThat(drift.findings()).extracting(Finding::key).noneMatch(key -> key.endsWith("out_of_range_share"));
        assertThat(score(drift, "points_shift").value()).isInstanceOf(Unknown.class);
    }

    private static Status status(DatasetDrift drift, String statistic) {
        return finding(drift, statistic).status();
    }

    private static Finding finding(DatasetDrift drift, String statistic) {
        return drift.findings().stream()
                .filter(finding -> finding.key().endsWith("/" + statistic))
                .findFirst()
                .orElseThrow();
    }

    /** Expected 50 %, 30 %, 20 % and actual 30 %, 40 %, 30 % at 10, 30 and 20 points: −2 + 3 + 2 = 3 points. */
    @Test
    void aShiftIsWeightedByThePointsOfItsAttributes() {
        List<String> kinds = List.of("car", "home", "boat");
        DatasetDrift drift = compare(
                values(kinds, 500, 300, 200),
                values(kinds, 300, 400, 300),
                PURPOSE,
                DriftPolicy.DEFAULT.withThreshold("x", "points_shift", FixedThreshold.of(1, 2)));

        DriftScore shift = score(drift, "points_shift");
        assertThat(((Known) shift.value()).value()).isCloseTo(3, within(1e-12));
        assertThat(((Known) shift.details().get("reference")).value()).isCloseTo(18, within(1e-12));
        assertThat(((Known) shift.details().get("current")).value()).isCloseTo(21, within(1e-12));
        // SciPy 1.17.1, ttest_ind of the same points with equal_var=False
        assertThat(((Known) shift.pValue()).value()).isCloseTo(5.57355231272454e-15, within(1e-21));
        assertThat(status(drift, "points_shift")).isEqualTo(Status.FAIL);
        assertThat(finding(drift, "points_shift").sentence())
                .startsWith("'x' is worth 21 points a row on its scorecard instead of 18");
    }

    @Test
    void whatIsMissingHasPointsOfItsOwnAndWhatHasNoneIsSaid() {
        List<String> was = values(Arrays.asList("car", "home", null), 50, 40, 10);
        List<String> is = values(Arrays.asList("car", "home", null), 40, 40, 20);
        assertThat(((Known) score(compare(was, is, PURPOSE, DriftPolicy.DEFAULT), "points_shift")
                                .value())
                        .value())
                .isCloseTo(-0.1 * 10 + 0.1 * 5, within(1e-12));

        Scorecard silent = new Scorecard.Attributes(points("car", 10, "home", 30), NONE, NONE);
        assertThat(score(compare(was, is, silent, DriftPolicy.DEFAULT), "points_shift")
                        .value())
                .isEqualTo(MetricValue.unknown("the scorecard has no points for 'null'"));
    }

    @Test
    void bandsAndTruthValuesHavePointsToo() {
        Scorecard bands = new Scorecard.Bands(List.of(25.0, 40.0), List.of(8.0, 12.0, 20.0), NONE);
        List<Double> ages = List.of(20.0, 25.0, 40.0);
        assertThat(((Known) score(
                                        compare(
                                                values(ages, 20, 30, 50),
                                                values(ages, 30, 40, 30),
                                                bands,
                                                DriftPolicy.DEFAULT),
                                        "points_shift")
                                .value())
                        .value())
                .isCloseTo(0.1 * 8 + 0.1 * 12 - 0.2 * 20, within(1e-12));

        Scorecard truth = new Scorecard.Attributes(points("true", 4, "false", -1), NONE, NONE);
        List<Boolean> flags = List.of(true, false);
        assertThat(((Known) score(
                                        compare(
                                                values(flags, 50, 50),
                                                values(flags, 70, 30),
                                                truth,
                                                DriftPolicy.DEFAULT),
                                        "points_shift")
                                .value())
                        .value())
                .isCloseTo(0.2 * 4 + 0.2 * 1, within(1e-12));
    }

    @Test
    void theShiftIsZeroAgainstItselfAndChangesSignWithTheSides() {
        List<String> kinds = List.of("car", "home", "boat");
        List<String> one = values(kinds, 500, 300, 200);
        List<String> other = values(kinds, 300, 400, 300);
        assertThat(((Known) score(compare(one, one, PURPOSE, DriftPolicy.DEFAULT), "points_shift")
                                .value())
                        .value())
                .isZero();
        assertThat(((Known) score(compare(other, one, PURPOSE, DriftPolicy.DEFAULT), "points_shift")
                                .value())
                        .value())
                .isCloseTo(-3, within(1e-12));
    }

    @Test
    void givenBandsAreOtherBinsThanFrozenOnesAndSurviveTheCodec() {
        ColumnProfile column =
                Profiles.column(List.of(1.0, 2.0), SCORE.binning(Profiles.column(List.of(1.0), Optional.empty())));
        Binning bands = column.bins().orElseThrow().binning();

        Binning read = ProfileCodec.decode(ProfileCodec.encode(column))
                .bins()
                .orElseThrow()
                .binning();

        assertThat(read).isEqualTo(bands);
        assertThat(read.id()).isEqualTo(bands.id()).startsWith("b");
        assertThat(read.label(1)).isEqualTo("[500, 550)");
    }

    @Test
    void whatIsNoScorecardIsRefused() {
        assertThatThrownBy(() -> new Scorecard.Bands(List.of(2.0, 1.0), List.of(), NONE))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Scorecard.Bands(List.of(1.0), List.of(1.0), NONE))
                .hasMessageContaining("2 bands");
        assertThatThrownBy(() -> new Scorecard.Attributes(Map.of(), NONE, NONE))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
