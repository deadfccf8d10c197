package io.lakewarden.drift.multivariate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CorrelationChangeTest {
    @Test
    void measuresByRanksAndNumbersOfCompleteRows() {
        double[] x = IntStream.range(0, 40).mapToDouble(i -> i).toArray();
        double[] squares =
                IntStream.range(0, 40).mapToDouble(i -> (double) i * i).toArray();
        double[] swapped = IntStream.range(0, 40).mapToDouble(i -> i ^ 1).toArray();
        swapped[39] = Double.POSITIVE_INFINITY;

        CorrelationChange change = CorrelationChange.of(columns("x", x, "y", squares), columns("x", x, "y", swapped))
                .get(0);

        assertThat(change.spearmanBefore()).isEqualTo(1);
        // 12 Σ i·i² and so on, by hand: the correlation of 0…39 and their squares
        assertThat(change.pearsonBefore()).isCloseTo(0.967, within(0.001));
        // 1 − 6 Σ d² / (n (n² − 1)) for 19 swapped pairs and the last alone
        assertThat(change.spearmanNow()).isCloseTo(1 - 6.0 * 38 / (39 * (39 * 39 - 1)), within(2e-3));
    }

    @Test
    void testsByFishersTransformation() {
        Random random = new Random(5);
        Map<String, double[]> before = correlated(random, 400, 0.6);
        Map<String, double[]> now = correlated(random, 300, -0.6);

        CorrelationChange change = CorrelationChange.of(before, now).get(0);

        double z = change.size()
                / Math.sqrt(
                        (1 + square(change.spearmanBefore()) / 2) / 397 + (1 + square(change.spearmanNow()) / 2) / 297);
        assertThat(change.spearmanBefore()).isCloseTo(0.58, within(0.12));
        assertThat(change.spearmanNow()).isCloseTo(-0.58, within(0.12));
        assertThat(z).isGreaterThan(8);
        assertThat(change.pValue()).isLessThan(1e-12);
        assertThat(change.adjusted()).isEqualTo(change.pValue());
    }

    @Test
    void knowsHowMuchTheReferenceMovesByItself() {
        Random random = new Random(9);
        double[][] reference = new double[2][1_000];
        double[][] current = new double[2][200];
        for (int row = 0; row < 1_000; row++) {
            // a season in which both go against each other
            fill(reference, row, row < 200 ? -0.7 : 0.7, random);
        }
        for (int row = 0; row < 200; row++) {
            fill(current, row, -0.6, random);
        }
        Map<String, double[]> was = columns("x", reference[0], "y", reference[1]);

        CorrelationChange season = CorrelationChange.of(was, columns("x", current[0], "y", current[1]))
                .get(0);
        CorrelationChange other = CorrelationChange.of(
                        correlated(random, 1_000, 0.7), columns("x", current[0], "y", current[1]))
                .get(0);

        assertThat(season.size()).isGreaterThan(0.5);
        assertThat(season.isWithinReference()).isTrue();
        assertThat(other.isWithinReference()).isFalse();
        assertThat(other.ofReference()).isLessThan(0.4);
    }

    private static void fill(double[][] table, int row, double coefficient, Random random) {
        table[0][row] = random.nextGaussian();
        table[1][row] = coefficient * table[0][row] + Math.sqrt(1 - coefficient * coefficient) * random.nextGaussian();
    }

    @Test
    void seldomAlarmsWithoutDrift() {
        int alarms = 0;
        for (int seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            alarms += CorrelationChange.of(correlated(random, 100, 0.5), correlated(random, 150, 0.5))
                                    .get(0)
                                    .pValue()
                            <= 0.05
                    ? 1
                    : 0;
        }
        // 10 are expected: five standard deviations
        assertThat(alarms).isLessThan(26);
    }

    @Test
    void rowsOfEntitiesAreNoSurerThanTheirEntities() {
        int asIndependent = 0;
        int asEntities = 0;
        int found = 0;
        for (int seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            Map<String, double[]> before = ofEntities(random, 40, 0);
            Map<String, double[]> now = ofEntities(random, 30, 0);
            Map<String, double[]> moved = ofEntities(random, 30, 0.9);
            Optional<Entities> entities = Optional.of(Entities.of(keys("before", 40), keys("now", 30)));
            asIndependent += alarm(CorrelationChange.of(before, now));
            asEntities += alarm(CorrelationChange.of(before, now, entities));
            found += alarm(CorrelationChange.of(before, moved, entities));
        }
        assertThat(asIndependent).isGreaterThan(90);
        // 15 are expected: four standard deviations
        assertThat(asEntities).isBetween(3, 30);
        assertThat(found).isGreaterThan(270);
    }

    @Test
    void entitiesOfOneRowEachAreRowsAndOneEntityAloneProvesNothing() {
        Random random = new Random(5);
        Map<String, double[]> before = correlated(random, 400, 0.3);
        Map<String, double[]> now = correlated(random, 300, 0.5);

        double ofRows = CorrelationChange.of(before, now).get(0).pValue();

        assertThat(CorrelationChange.of(before, now, Optional.of(Entities.ofRows(400, 300)))
                        .get(0)
                        .pValue())
                .isBetween(ofRows / 2, ofRows * 2);
        String[] one = new String[300];
        Arrays.fill(one, "the only one");
        assertThat(CorrelationChange.of(before, now, Optional.of(Entities.of(new String[400], one)))
                        .get(0)
                        .pValue())
                .isEqualTo(1);
    }

    private static int alarm(List<CorrelationChange> changes) {
        return changes.get(0).pValue() <= 0.05 ? 1 : 0;
    }

    private static String[] keys(String side, int entities) {
        return IntStream.range(0, 15 * entities)
                .mapToObj(row -> side + row / 15)
                .toArray(String[]::new);
    }

    /** Fifteen rows of each entity, half of whose variance is the entity's own; entities' levels correlate by so much. */
    private static Map<String, double[]> ofEntities(Random random, int entities, double coefficient) {
        double[] x = new double[15 * entities];
        double[] y = new double[15 * entities];
        for (int entity = 0; entity < entities; entity++) {
            double one = random.nextGaussian();
            double other = coefficient * one + Math.sqrt(1 - coefficient * coefficient) * random.nextGaussian();
            for (int row = 15 * entity; row < 15 * (entity + 1); row++) {
                x[row] = one + random.nextGaussian();
                y[row] = other + random.nextGaussian();
            }
        }
        return columns("x", x, "y", y);
    }

    @Test
    void leavesOutConstantColumnsAndTooFewRows() {
        double[] numbers = IntStream.range(0, 40).mapToDouble(i -> i).toArray();
        double[] few = new double[40];
        Arrays.fill(few, Double.NaN);
        few[3] = 1;
        Map<String, double[]> table = Map.of("a", numbers, "b", new double[40], "c", few);

        assertThat(CorrelationChange.of(table, table)).isEmpty();
    }

    private static double square(double value) {
        return value * value;
    }

    private static Map<String, double[]> correlated(Random random, int rows, double coefficient) {
        double[] x = new double[rows];
        double[] y = new double[rows];
        for (int row = 0; row < rows; row++) {
            x[row] = random.nextGaussian();
            y[row] = coefficient * x[row] + Math.sqrt(1 - coefficient * coefficient) * random.nextGaussian();
        }
        return columns("x", x, "y", y);
    }

    private static Map<String, double[]> columns(String one, double[] ones, String other, double[] others) {
        Map<String, double[]> columns = new TreeMap<>();
        List.of(one, other).forEach(name -> columns.put(name, name.equals(one) ? ones : others));
        return columns;
    }
}
