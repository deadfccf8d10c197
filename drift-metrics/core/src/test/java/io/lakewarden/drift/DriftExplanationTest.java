package io.lakewarden.drift;

import static org.assertj.core.api.Assertions.assertThat;

import io.lakewarden.profile.Binning;
import io.lakewarden.profile.ProfileDetail;
import io.lakewarden.result.ColumnRole;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DriftExplanationTest {
    private static final List<Double> REFERENCE = Profiles.normal(1, 4_000, 0, 1);

    @Test
    void saysWhyAColumnIsFlagged() {
        List<String> lines = explain(Profiles.normal(2, 4_000, 0.5, 1), DriftPolicy.DEFAULT);

        assertThat(lines.get(0)).isEqualTo("'x' is FAIL");
        assertThat(lines.get(1))
                .startsWith("  wasserstein_normalized: at least 0.5")
                .endsWith(" standard deviations, expected is below 0.1 standard deviations: FAIL");
        assertThat(lines.get(2))
                .matches("    beyond its limits, and no chance: p = \\S+, no chance up to 5\\.00e-06; "
                        + "adjusted to 1 column \\S+, no chance up to 0\\.01");
        assertThat(lines)
                .contains("    within its limits; whether it is chance is not asked")
                .last()
                .asString()
                .startsWith("  measured, not judged: ")
                .contains("population_stability_index ");
    }

    @Test
    void saysWhatIsChance() {
        assertThat(explain(Profiles.normal(1, 40, 0.2, 1), DriftPolicy.DEFAULT))
                .anyMatch(line -> line.startsWith("    beyond its limits, but so much happens by chance: p = 0."));
    }

    @Test
    void saysWhyNothingWasJudged() {
        assertThat(explain(Collections.nCopies(100, null), DriftPolicy.DEFAULT))
                .contains("    not judged: there are no finite numbers");
        assertThat(explain(REFERENCE, DriftPolicy.DEFAULT.withRoles(Map.of("x", ColumnRole.ID))))
                .containsExactly("'x' is SKIPPED: a column with the role id is not compared");
        assertThat(explain(List.of(1.0), DriftPolicy.DEFAULT).get(0))
                .isEqualTo("'x' is ERROR: one side has fewer than 30 rows");
    }

    private static List<String> explain(List<Double> current, DriftPolicy policy) {
        Optional<Binning> binning = BinningRule.DEFAULT.freeze(Profiles.column(REFERENCE, Optional.empty()));
        DatasetDrift drift = DriftAnalysis.compare(
                Reference.of(Profiles.dataset("x", REFERENCE, binning, Profiles.JANUARY, ProfileDetail.FULL)),
                Profiles.dataset("x", current, binning, Profiles.JANUARY, ProfileDetail.FULL),
                policy);
        return new DriftExplanation(policy, drift).of(drift.columns().get(0));
    }
}
