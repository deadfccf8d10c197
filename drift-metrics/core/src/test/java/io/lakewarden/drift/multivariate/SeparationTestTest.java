package io.lakewarden.drift.multivariate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SeparationTestTest {
    @Test
    void countsPairsAndTakesTheIntervalOfDeLong() {
        // 0.8333 of nine pairs are won; the parts of the current rows vary by 1/36, those of the reference by 1/12
        SeparationTest test = SeparationTest.of(alone(new double[] {1, 2, 4, 3, 4, 5}, 3), 999, 1)
                .orElseThrow();

        assertThat(test.area()).isCloseTo(7.5 / 9, within(1e-12));
        assertThat(test.lower()).isCloseTo(7.5 / 9 - 1.959964 * Math.sqrt(1 / 108.0 + 1 / 36.0), within(1e-6));
        assertThat(test.upper()).isEqualTo(1);
        // 2 of the 20 ways to deal three of six ranks win as much: {3, 4, 6} with the tie at 4.5, both ways
        assertThat(test.pValue()).isCloseTo(0.15, within(0.05));
    }

    @Test
    void comparesScoresOfOneFoldOnly() {
        double[] scores = {0, 10, 1, 11};
        boolean[] current = {false, false, true, true};
        int[] folds = {0, 1, 0, 1};
        SeparationTest test = SeparationTest.of(
                        new HeldOutScores(scores, current, folds, new int[] {0, 1, 2, 3}), 99, 1)
                .orElseThrow();
        assertThat(test.area()).isEqualTo(1);
    }

    @Test
    void knowsNothingOfFoldsWithoutBothSides() {
        assertThat(SeparationTest.of(
                        new HeldOutScores(
                                new double[] {1, 2}, new boolean[] {false, true}, new int[] {0, 1}, new int[] {0, 1}),
                        99,
                        1))
                .isEmpty();
    }

    @Test
    void alarmsAsSeldomAsItSaysWithoutDrift() {
        long small = IntStream.range(0, 400)
                .filter(seed -> {
                    Random random = new Random(seed);
                    double[] scores = IntStream.range(0, 80)
                            .mapToDouble(row -> random.nextInt(10))
                            .toArray();
                    return SeparationTest.of(alone(scores, 40), 199, seed)
                                    .orElseThrow()
                                    .pValue()
                            <= 0.05;
                })
                .count();
        // 20 are expected: five standard deviations
        assertThat(small).isBetween(2L, 42L);
    }

    @Test
    void takesEntitiesAndNotRowsForWhatIsDrawn() {
        // each entity has twenty rows of one score on one side: as rows they differ far, as entities hardly
        int perEntity = 20;
        int[] means = {1, 2, 4, 6, 3, 5, 7, 8};
        double[] scores = new double[means.length * perEntity];
        boolean[] current = new boolean[scores.length];
        int[] entities = new int[scores.length];
        for (int row = 0; row < scores.length; row++) {
            entities[row] = row / perEntity;
            scores[row] = means[entities[row]];
            current[row] = entities[row] >= 4;
        }
        int[] folds = new int[scores.length];
        SeparationTest byRow = SeparationTest.of(
                        new HeldOutScores(
                                scores,
                                current,
                                folds,
                                IntStream.range(0, scores.length).toArray()),
                        999,
                        3)
                .orElseThrow();
        SeparationTest byEntity = SeparationTest.of(new HeldOutScores(scores, current, folds, entities), 999, 3)
                .orElseThrow();

        assertThat(byEntity.area()).isEqualTo(byRow.area());
        assertThat(byRow.pValue()).isEqualTo(0.001);
        assertThat(byEntity.pValue()).isGreaterThan(0.03);
        assertThat(byEntity.upper() - byEntity.lower()).isGreaterThan(3 * (byRow.upper() - byRow.lower()));
    }

    /** Customers with 1 to 30 rows on either side, hardly two alike in that: what they differ in is no drift, what moves them all is. */
    @Test
    void dealsEntitiesOfAnyNumberOfRows() {
        assertThat(SeparationTest.of(customers(1, 1), 999, 1).orElseThrow().pValue())
                .isEqualTo(0.001);
        long small = IntStream.range(0, 400)
                .filter(seed -> SeparationTest.of(customers(seed, 0), 199, seed)
                                .orElseThrow()
                                .pValue()
                        <= 0.05)
                .count();
        // 20 are expected at most: five standard deviations
        assertThat(small).isLessThanOrEqualTo(42);
    }

    private static HeldOutScores customers(long seed, double shift) {
        Random random = new Random(seed);
        List<double[]> rows = new ArrayList<>();
        for (int customer = 0; customer < 60; customer++) {
            double level = random.nextGaussian();
            int first = customer % 3 == 1 ? 0 : 1 + random.nextInt(30);
            int second = customer % 3 == 2 ? 0 : 1 + random.nextInt(30);
            for (int row = 0; row < first + second; row++) {
                double side = row < first ? 0 : 1;
                rows.add(new double[] {level + side * shift + random.nextGaussian() / 2, side, customer});
            }
        }
        boolean[] current = new boolean[rows.size()];
        for (int row = 0; row < current.length; row++) {
            current[row] = rows.get(row)[1] == 1;
        }
        return new HeldOutScores(
                rows.stream().mapToDouble(row -> row[0]).toArray(),
                current,
                new int[rows.size()],
                rows.stream().mapToInt(row -> (int) row[2]).toArray());
    }

    /** Rows that belong to nothing, in one fold; those of the reference first. */
    private static HeldOutScores alone(double[] scores, int references) {
        boolean[] current = new boolean[scores.length];
        for (int row = references; row < scores.length; row++) {
            current[row] = true;
        }
        return new HeldOutScores(
                scores,
                current,
                new int[scores.length],
                IntStream.range(0, scores.length).toArray());
    }
}
