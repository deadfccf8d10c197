package io.lakewarden.benchmarks.drift;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EqualRateBoundTest {
    /**
     * One per cent split evenly among the two-sided tests of mean and variance misses 8.8 points of the mean's 66.4 at 0.3 deviations of 100
     * rows, Φ(3 − 2.576) − Φ(3 − 2.807): the best compromise is a little better.
     */
    @Test
    void isALittleLessThanWhatAnEvenSplitMisses() {
        assertThat(EqualRateBound.of(100, 1)).isBetween(0.065, 0.088);
    }
}
