package io.lakewarden.drift;

import static org.assertj.core.api.Assertions.assertThat;

import io.lakewarden.profile.Binning;
import io.lakewarden.profile.DatasetProfile;
import io.lakewarden.profile.ProfileDetail;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ColumnImportanceTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    x     | Columns with 100 % of the importance to the model drifted, first of all 'x'.
                    other | No column that matters to the model drifted.
                    """)
    void aColumnThatTheModelDoesNotUseMattersNothing(String used, String sentence) {
        assertThat(ColumnImportance.of(Map.of(used, 1.0)).finding(drift()).sentence())
                .isEqualTo(sentence);
    }

    @Test
    void whatDriftedIsAShareOfAllWeight() {
        assertThat(ColumnImportance.of(Map.of("x", 1.0, "other", 3.0))
                        .drifted(drift())
                        .number())
                .hasValue(0.25);
    }

    /** Of one column, x, which moved by three deviations. */
    private static DatasetDrift drift() {
        DatasetProfile unbinned = profile(Profiles.normal(1, 2_000, 0, 1), Optional.empty());
        Optional<Binning> bins = BinningRule.DEFAULT.freeze(unbinned.column("x").orElseThrow());
        return DriftAnalysis.compare(
                Reference.of(profile(Profiles.normal(1, 2_000, 0, 1), bins)),
                profile(Profiles.normal(2, 500, 3, 1), bins),
                DriftPolicy.DEFAULT);
    }

    private static DatasetProfile profile(List<Double> values, Optional<Binning> bins) {
        return Profiles.dataset("x", values, bins, Profiles.JANUARY, ProfileDetail.FULL);
    }
}
