package io.lakewarden.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.math3.distribution.BinomialDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RateTest {
    @ParameterizedTest
    @CsvSource({"1, 10", "5, 50", "49, 50", "450, 1000"})
    void endsAreWhereTheBinomialTailsHoldTwoAndAHalfPercent(int successes, int trials) {
        Rate rate = Rate.of(successes, trials);

        double atLeast = 1 - new BinomialDistribution(trials, rate.lower()).cumulativeProbability(successes - 1);
        double atMost = new BinomialDistribution(trials, rate.upper()).cumulativeProbability(successes);
        assertThat(rate.share()).isEqualTo((double) successes / trials);
        assertThat(atLeast).isCloseTo(0.025, within(1e-6));
        assertThat(atMost).isCloseTo(0.025, within(1e-6));
    }

    @Test
    void certaintyHasAnOpenEndOfTheOtherKindOnly() {
        assertThat(Rate.of(0, 50).lower()).isZero();
        assertThat(Rate.of(0, 50).upper()).isCloseTo(1 - Math.pow(0.025, 1.0 / 50), within(1e-6));
        assertThat(Rate.of(50, 50).lower()).isCloseTo(Math.pow(0.025, 1.0 / 50), within(1e-6));
        assertThat(Rate.of(50, 50).upper()).isEqualTo(1);
    }

    @Test
    void thereIsNoRateOfNothing() {
        assertThatThrownBy(() -> Rate.of(0, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Rate.of(3, 2)).isInstanceOf(IllegalArgumentException.class);
    }
}
