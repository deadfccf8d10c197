package io.lakewarden.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PairedDifferenceTest {
    /** 13/102 − 5/102 ± 1.96 √((13/102 + 5/102 − (8/102)²)/102), by hand. */
    @Test
    void isTheFormulaOfBonettAndPrice() {
        PairedDifference difference = PairedDifference.of(12, 4, 100);

        assertThat(difference.share()).isEqualTo(0.08);
        assertThat(difference.lower()).isCloseTo(-0.00166, within(1e-4));
        assertThat(difference.upper()).isCloseTo(0.15852, within(1e-4));
    }

    @Test
    void holdsTheTruthInNineteenOfTwentyStudies() {
        SplittableRandom random = new SplittableRandom(1);
        int held = 0;
        for (int study = 0; study < 2_000; study++) {
            int first = 0;
            int second = 0;
            for (int trial = 0; trial < 200; trial++) {
                double draw = random.nextDouble();
                first += draw < 0.12 ? 1 : 0;
                second += draw > 0.95 ? 1 : 0;
            }
            PairedDifference difference = PairedDifference.of(first, second, 200);
            held += difference.lower() <= 0.07 && 0.07 <= difference.upper() ? 1 : 0;
        }
        assertThat(held / 2_000.0).isBetween(0.94, 0.97);
    }

    @Test
    void refusesMoreSuccessesThanTrials() {
        assertThatThrownBy(() -> PairedDifference.of(3, 3, 5)).hasMessage("no difference of 3 and 3 in 5 trials");
    }
}
