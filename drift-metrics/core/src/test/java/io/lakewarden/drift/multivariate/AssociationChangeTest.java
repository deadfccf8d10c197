package io.lakewarden.drift.multivariate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.lakewarden.drift.FalseDiscovery;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AssociationChangeTest {
    private static final int PERMUTATIONS = 199;

    @Test
    void findsColumnsThatNoLongerDependOnEachOther() {
        AssociationChange change = only(pair(new Random(1), 800, 0.8, 4), pair(new Random(2), 600, 0, 4));

        assertThat(change.first()).isEqualTo("x");
        assertThat(change.second()).isEqualTo("y");
        assertThat(change.before()).isCloseTo(0.8, within(0.06));
        assertThat(change.now()).isLessThan(0.12);
        assertThat(change.size()).isGreaterThan(0.8);
        // beyond all dealings, so that a family of many pairs can still have it
        assertThat(change.pValue()).isLessThan(1e-6);
        assertThat(change.isWithinReference()).isFalse();
    }

    @Test
    void seldomAlarmsWithoutDrift() {
        int alarms = 0;
        for (int seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            double dependence = seed % 2 == 0 ? 0 : 0.5;
            alarms += only(pair(random, 150, dependence, 3), pair(random, 100, dependence, 3))
                                    .pValue()
                            <= 0.05
                    ? 1
                    : 0;
        }
        // 10 are expected: five standard deviations
        assertThat(alarms).isBetween(1, 26);
    }

    @Test
    void rowsOfEntitiesAreDealtTogether() {
        int asIndependent = 0;
        int asEntities = 0;
        int found = 0;
        for (int seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            Map<String, String[]> before = ofEntities(random, 40, 0);
            Map<String, String[]> now = ofEntities(random, 30, 0);
            Map<String, String[]> moved = ofEntities(random, 30, 0.8);
            // ten of them are on both sides
            Optional<Entities> entities = Optional.of(Entities.of(keys(0, 40), keys(30, 30)));
            asIndependent += alarm(AssociationChange.of(before, now, PERMUTATIONS, 1));
            asEntities += alarm(AssociationChange.of(before, now, entities, PERMUTATIONS, 1));
            found += alarm(AssociationChange.of(before, moved, entities, PERMUTATIONS, 1));
        }
        assertThat(asIndependent).isGreaterThan(40);
        // 10 are expected: five standard deviations
        assertThat(asEntities).isBetween(1, 26);
        assertThat(found).isGreaterThan(180);
    }

    private static int alarm(List<AssociationChange> changes) {
        return changes.get(0).pValue() <= 0.05 ? 1 : 0;
    }

    private static String[] keys(int first, int entities) {
        return IntStream.range(0, 10 * entities)
                .mapToObj(row -> "customer " + (first + row / 10))
                .toArray(String[]::new);
    }

    /** Ten rows of each entity, most of them what the entity's rows are; its second column is its first one in a share of the entities. */
    private static Map<String, String[]> ofEntities(Random random, int entities, double dependence) {
        String[] x = new String[10 * entities];
        String[] y = new String[10 * entities];
        for (int entity = 0; entity < entities; entity++) {
            int one = random.nextInt(3);
            int other = random.nextDouble() < dependence ? one : random.nextInt(3);
            for (int row = 10 * entity; row < 10 * (entity + 1); row++) {
                x[row] = "" + (random.nextDouble() < 0.8 ? one : random.nextInt(3));
                y[row] = "" + (random.nextDouble() < 0.8 ? other : random.nextInt(3));
            }
        }
        Map<String, String[]> pair = new LinkedHashMap<>();
        pair.put("x", x);
        pair.put("y", y);
        return pair;
    }

    @Test
    void isAboutNothingForManyRareCategoriesThatGoTogetherByChance() {
        // without the correction, ninety categories in two hundred rows have an association of 0.2 and more
        AssociationChange change = only(pair(new Random(5), 200, 0, 90), pair(new Random(6), 200, 0, 90));

        assertThat(change.before()).isLessThan(0.12);
        assertThat(change.now()).isLessThan(0.12);
        assertThat(change.pValue()).isGreaterThan(0.05);
    }

    @Test
    void knowsHowMuchTheReferenceMovesByItself() {
        Random random = new Random(9);
        Map<String, String[]> summer = pair(random, 200, 0, 3);
        Map<String, String[]> year = new LinkedHashMap<>(pair(random, 1_000, 0.9, 3));
        year.replaceAll((column, texts) -> {
            String[] mixed = texts.clone();
            System.arraycopy(summer.get(column), 0, mixed, 0, 200);
            return mixed;
        });

        AssociationChange change = only(year, pair(random, 200, 0.3, 3));

        assertThat(change.size()).isGreaterThan(0.3);
        assertThat(change.isWithinReference()).isTrue();
    }

    @Test
    void leavesOutConstantColumnsAndTooFewRows() {
        Map<String, String[]> table = new LinkedHashMap<>(pair(new Random(3), 40, 0.5, 3));
        table.put("always", filled(40, "a"));
        String[] few = new String[40];
        few[0] = "a";
        few[1] = "b";
        table.put("few", few);

        assertThat(AssociationChange.of(table, table, PERMUTATIONS, 1))
                .extracting(AssociationChange::second)
                .containsExactly("y");
        assertThat(AssociationChange.of(Map.of(), Map.of(), PERMUTATIONS, 1)).isEmpty();
    }

    @Test
    void theSameSeedGivesTheSame() {
        Map<String, String[]> reference = pair(new Random(3), 100, 0.5, 3);
        Map<String, String[]> current = pair(new Random(4), 100, 0.3, 3);

        assertThat(only(reference, current)).isEqualTo(only(reference, current));
    }

    @Test
    void pairsOfAllKindsAreOneFamily() {
        CorrelationChange correlation = new CorrelationChange("a", "b", 0, 0.2, 0, 0.2, 0.2, 0.02, 0.02, 0);
        AssociationChange association = new AssociationChange("x", "y", 0.1, 0.5, 0.4, 0.01, 0.01, 0);

        PairChanges held =
                new PairChanges(List.of(correlation), List.of(association)).heldTogether(FalseDiscovery.DEFAULT);

        assertThat(held.count()).isEqualTo(2);
        assertThat(held.associations().get(0).adjusted()).isEqualTo(0.02);
        assertThat(held.correlations().get(0).adjusted()).isEqualTo(0.02);
    }

    private static AssociationChange only(Map<String, String[]> reference, Map<String, String[]> current) {
        List<AssociationChange> changes = AssociationChange.of(reference, current, PERMUTATIONS, 1);
        assertThat(changes).hasSize(1);
        return changes.get(0);
    }

    /** Two columns of so many categories; the second is the first in a share of the rows, and anything in the others. */
    private static Map<String, String[]> pair(Random random, int rows, double dependence, int categories) {
        String[] x = new String[rows];
        String[] y = new String[rows];
        for (int row = 0; row < rows; row++) {
            x[row] = "<b>" + random.nextInt(categories);
            y[row] = random.nextDouble() < dependence ? x[row] : "<b>" + random.nextInt(categories);
        }
        Map<String, String[]> pair = new LinkedHashMap<>();
        pair.put("x", x);
        pair.put("y", y);
        return pair;
    }

    private static String[] filled(int rows, String text) {
        String[] texts = new String[rows];
        Arrays.fill(texts, text);
        return texts;
    }
}
