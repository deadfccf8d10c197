package io.lakewarden.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.lakewarden.drift.SliceMovement.Part;
import org.junit.jupiter.api.Test;

class SliceMovementTest {
    private static final Part NONE = new Part(0, 0, 0, 0);

    @Test
    void theShareOfRowsIsTestedAsTwoShares() {
        SliceMovement movement = new SliceMovement(rows(20), rows(40), rows(100), rows(100));

        assertThat(movement.share()).hasValueSatisfying(share -> {
            assertThat(share.before()).isEqualTo(0.2);
            assertThat(share.now()).isEqualTo(0.4);
            assertThat(share.effect()).isCloseTo(0.2, within(1e-12));
            assertThat(share.pValue()).as("χ² = 200/21").isCloseTo(0.002028231148, within(1e-10));
        });
        assertThat(movement.mean(2)).as("no row has a number").isEmpty();
    }

    @Test
    void theMeanIsHeldAgainstAllOtherRows() {
        Part before = new Part(3, 2, 2, 4);
        Part now = new Part(2, 2, 8, 34);
        SliceMovement movement = new SliceMovement(before, now, new Part(9, 4, 4, 8), new Part(4, 4, 12, 44));

        assertThat(movement.mean(2)).hasValueSatisfying(mean -> {
            assertThat(mean.before()).isEqualTo(1);
            assertThat(mean.now()).isEqualTo(4);
            assertThat(mean.effect()).as("(3 − 1) / √(4/3)").isCloseTo(Math.sqrt(3), within(1e-12));
            assertThat(mean.pValue()).as("z = 1").isCloseTo(0.317310507863, within(1e-10));
        });
        assertThat(movement.mean(3)).as("two values in each part").isEmpty();
    }

    @Test
    void nothingIsSaidOfASideWithoutRowsOrANumberThatDoesNotVary() {
        assertThat(new SliceMovement(rows(20), NONE, rows(100), NONE).share()).isEmpty();
        assertThat(new SliceMovement(rows(20), NONE, rows(100), NONE).mean(0)).isEmpty();
        Part constant = new Part(5, 5, 5, 5);
        Part all = new Part(9, 9, 9, 9);
        assertThat(new SliceMovement(constant, constant, all, all).mean(2)).isEmpty();
    }

    private static Part rows(long rows) {
        return new Part(rows, 0, 0, 0);
    }
}
