package io.lakewarden.drift;

import static org.assertj.core.api.Assertions.assertThat;

import io.lakewarden.profile.ColumnProfile;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The reference has chosen its own range, so that a window of the same law seldom stays within it. */
class OutOfRangeShareTest {
    private final OutOfRangeShare statistic = new OutOfRangeShare();

    /** References of 40 values, each with a window of its own: the p-value keeps its promise over all of them. */
    @Test
    void theTestKnowsThatTheRangeIsTheReferencesOwn() {
        int draws = 4_000;
        long alarms = IntStream.range(0, draws)
                .filter(draw ->
                        pValue(Profiles.normal(2L * draw, 40, 0, 1), Profiles.normal(2L * draw + 1, 40, 0, 1)) <= 0.01)
                .count();
        assertThat(alarms).isLessThanOrEqualTo(draws / 100 + 2 * (long) Math.sqrt(draws / 100.0));
    }

    @Test
    void valuesFarOutAreFound() {
        List<Double> current = Profiles.numbers(1_000, row -> row < 20 ? 50 + row : row / 1_000.0);
        assertThat(pValue(Profiles.normal(1, 1_000, 0, 1), current)).isLessThan(1e-4);
    }

    private double pValue(List<Double> before, List<Double> now) {
        ColumnProfile reference = Profiles.reference(before);
        return statistic
                .compare(reference, Profiles.column(now, Profiles.binning(reference)))
                .pValue()
                .number()
                .orElseThrow();
    }
}
