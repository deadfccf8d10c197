package io.lakewarden.drift;

import static org.assertj.core.api.Assertions.assertThat;

import io.lakewarden.drift.SliceMovement.Measure;
import io.lakewarden.drift.SliceMovement.Part;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Windows of 100 keys with 15 rows each, other keys on either side. A key has its rows in the slice more often or less than others, and
 * a mood of its own in it.
 */
class ClusteredMovementTest {
    private static final int BLOCKS = 32;
    private static final int KEYS = 100;
    private static final int WINDOWS = 300;

    @Test
    void alarmsSeldomWhereTestsForIndependentRowsDoNot() {
        Random random = new Random(5);
        List<ClusteredMovement> quiet = IntStream.range(0, WINDOWS)
                .mapToObj(window -> movement(random, KEYS, 0, 0))
                .toList();

        // three of 300 on average
        assertThat(alarms(quiet, ClusteredMovement::share)).isLessThanOrEqualTo(9);
        assertThat(alarms(quiet, movement -> movement.mean(30))).isLessThanOrEqualTo(9);
        assertThat(alarms(quiet, movement -> movement.whole().share())).isGreaterThan(WINDOWS / 10);
        assertThat(alarms(quiet, movement -> movement.whole().mean(30))).isGreaterThan(WINDOWS / 10);
    }

    @Test
    void findsWhatMoved() {
        Random random = new Random(6);
        List<ClusteredMovement> moved = IntStream.range(0, 20)
                .mapToObj(window -> movement(random, KEYS, 0.25, 1.5))
                .toList();

        assertThat(alarms(moved, ClusteredMovement::share)).isEqualTo(20);
        assertThat(alarms(moved, movement -> movement.mean(30))).isEqualTo(20);
    }

    @Test
    void isNeverSurerThanForIndependentRowsAndMeasuresTheSame() {
        ClusteredMovement movement = movement(new Random(7), KEYS, 0.1, 0.5);
        Measure mean = movement.mean(30).orElseThrow();
        Measure independent = movement.whole().mean(30).orElseThrow();

        assertThat(mean.effect()).isEqualTo(independent.effect());
        assertThat(mean.pValue()).isGreaterThanOrEqualTo(independent.pValue());
        assertThat(new ClusteredMovement(movement.whole(), List.of()).mean(30)).hasValue(independent);
        assertThat(new ClusteredMovement(movement.whole(), List.of()).share())
                .isEqualTo(movement.whole().share());
    }

    @Test
    void saysNothingWithTooFewKeys() {
        ClusteredMovement few = movement(new Random(8), 3, 0.2, 3);

        assertThat(few.whole().share()).isPresent();
        assertThat(few.share()).isEmpty();
        assertThat(few.whole().mean(2)).isPresent();
        assertThat(few.mean(2)).isEmpty();
        assertThat(few.hasTooFewBlocks()).isTrue();
        assertThat(movement(new Random(8), KEYS, 0, 0).hasTooFewBlocks()).isFalse();
        assertThat(new ClusteredMovement(few.whole(), List.of()).hasTooFewBlocks())
                .isFalse();
    }

    private static long alarms(
            List<ClusteredMovement> movements, Function<ClusteredMovement, Optional<Measure>> measure) {
        return movements.stream()
                .filter(movement -> measure.apply(movement).orElseThrow().pValue() <= 0.01)
                .count();
    }

    private static ClusteredMovement movement(Random random, int keys, double more, double higher) {
        Side was = new Side(random, keys, 0, 0);
        Side is = new Side(random, keys, more, higher);
        return new ClusteredMovement(
                new SliceMovement(sum(was.slice), sum(is.slice), sum(was.all), sum(is.all)),
                IntStream.range(0, BLOCKS)
                        .mapToObj(block ->
                                new SliceMovement(was.slice[block], is.slice[block], was.all[block], is.all[block]))
                        .toList());
    }

    private static Part sum(Part[] parts) {
        return Arrays.stream(parts).reduce(Part::and).orElseThrow();
    }

    /** The rows of one side, dealt out to blocks by their key. */
    private static final class Side {
        private final Part[] slice = new Part[BLOCKS];
        private final Part[] all = new Part[BLOCKS];

        Side(Random random, int keys, double more, double higher) {
            Arrays.fill(slice, new Part(0, 0, 0, 0));
            Arrays.fill(all, new Part(0, 0, 0, 0));
            for (int key = 0; key < keys; key++) {
                int block = random.nextInt(BLOCKS);
                double share = 0.05 + 0.7 * random.nextDouble() + more;
                double mood = random.nextGaussian();
                for (int row = 0; row < 15; row++) {
                    boolean inSlice = random.nextDouble() < share;
                    double number = random.nextGaussian() + (inSlice ? mood + higher : 0);
                    Part part = new Part(1, 1, number, number * number);
                    all[block] = all[block].and(part);
                    slice[block] = inSlice ? slice[block].and(part) : slice[block];
                }
            }
        }
    }
}
