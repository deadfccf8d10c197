package io.lakewarden.benchmarks.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ArithmeticTest {
    @Test
    void takesTheMiddleOfTheRounds() {
        assertThat(Spread.of(List.of(3.0, 1.0, 2.0))).isEqualTo(new Spread(1, 2, 3, List.of(3.0, 1.0, 2.0)));
        assertThat(Spread.of(List.of(4.0, 1.0, 2.0, 9.0)).median()).isEqualTo(3.0);
        assertThatThrownBy(() -> Spread.of(List.of())).hasMessageContaining("no rounds");
    }

    @Test
    void dividesRoundsOfTheSameNumberOnly() {
        Standing ours = standing(new Round(0, 2, 0), new Round(1, 3, 0), new Round(2, 8, 0));
        Standing theirs = standing(new Round(0, 4, 0), new Round(2, 2, 0));

        assertThat(Standing.ratios(ours, theirs)).containsExactly(0.5, 4.0);
        assertThat(Standing.ratios(ours, standing())).isEmpty();
    }

    @Test
    void findsTheExponentOfGrowth() {
        double[] sizes = {1, 10, 100};

        assertThat(PowerLaw.exponent(sizes, new double[] {2, 20, 200})).isCloseTo(1, within(1e-12));
        assertThat(PowerLaw.exponent(sizes, new double[] {5, 5, 5})).isCloseTo(0, within(1e-12));
        assertThat(PowerLaw.exponent(sizes, new double[] {1, 100, 10_000})).isCloseTo(2, within(1e-12));
        // The line of least squares through (0, 0), (1, 1), (2, 3) has the slope 3/2.
        assertThat(PowerLaw.exponent(sizes, new double[] {1, 10, 1_000})).isCloseTo(1.5, within(1e-12));
        assertThatThrownBy(() -> PowerLaw.exponent(new double[] {3, 3}, new double[] {1, 2}))
                .hasMessageContaining("two different sizes");
    }

    private static Standing standing(Round... rounds) {
        return new Standing(Competitor.DUCKDB.id(), "", Optional.empty(), List.of(rounds), 0, 0, Optional.empty());
    }
}
