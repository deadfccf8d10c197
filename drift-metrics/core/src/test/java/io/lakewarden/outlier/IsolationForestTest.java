package io.lakewarden.outlier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.correlation.SpearmansCorrelation;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Isolation forests against scikit-learn's: src/test/python says how its numbers were made. */
class IsolationForestTest {
    private static JsonNode truth;

    @BeforeAll
    static void load() throws IOException {
        try (InputStream file = IsolationForestTest.class.getResourceAsStream("isolation-forest.json")) {
            truth = new ObjectMapper().readTree(file);
        }
    }

    @Test
    void theSameTreesGiveTheSameScores() {
        List<IsolationTree> trees = new ArrayList<>();
        truth.get("trees")
                .forEach(tree -> trees.add(IsolationTree.of(
                        whole(tree.get("features")),
                        numbers(tree.get("cuts")),
                        whole(tree.get("left")),
                        whole(tree.get("right")),
                        whole(tree.get("rows")))));
        IsolationForest forest = new IsolationForest(trees, truth.get("sample").asInt());
        double[][] rows = rows();
        double[] scores = numbers(truth.get("scores"));
        assertThat(rows.length).isEqualTo(400);
        for (int row = 0; row < rows.length; row++) {
            assertThat(forest.score(rows[row])).as("row %s", row).isCloseTo(scores[row], within(1e-12));
        }
    }

    @Test
    void treesOfOurOwnRankRowsTheSameWay() {
        double[][] rows = rows();
        IsolationForest forest = IsolationForest.fit(rows, 300, 256, 5);
        double[] ours = Arrays.stream(rows).mapToDouble(forest::score).toArray();
        double[] theirs = numbers(truth.get("scores_of_300_trees"));
        assertThat(new SpearmansCorrelation().correlation(ours, theirs)).isGreaterThan(0.98);
        assertThat(IntStream.range(0, ours.length).mapToDouble(row -> Math.abs(ours[row] - theirs[row])))
                .allSatisfy(difference -> assertThat(difference).isLessThan(0.05));
    }

    @Test
    void theSameSeedGivesTheSameForest() {
        double[][] rows = rows();
        assertThat(IsolationForest.fit(rows, 20, 64, 3).score(rows[0]))
                .isEqualTo(IsolationForest.fit(rows, 20, 64, 3).score(rows[0]))
                .isNotEqualTo(IsolationForest.fit(rows, 20, 64, 4).score(rows[0]));
    }

    @Test
    void aRowBetweenTwoKindsStandsApartThoughEachOfItsValuesIsUsual() {
        Random random = new Random(1);
        double[][] rows = IntStream.range(0, 2000)
                .mapToObj(row -> {
                    double kind = row % 2 * 10;
                    return new double[] {kind + random.nextGaussian(), kind + random.nextGaussian()};
                })
                .toArray(double[][]::new);
        IsolationForest forest = IsolationForest.fit(rows, 100, 256, 1);
        assertThat(forest.score(new double[] {0, 10}))
                .isGreaterThan(forest.score(new double[] {0, 0}) + 0.2)
                .isGreaterThan(forest.score(new double[] {10, 10}) + 0.2);
    }

    @Test
    void equalRowsAreAllTheSame() {
        double[][] rows = new double[300][3];
        assertThat(IsolationForest.fit(rows, 10, 256, 1).score(new double[3])).isCloseTo(0.5, within(1e-12));
    }

    @Test
    void aForestNeedsRows() {
        assertThatThrownBy(() -> IsolationForest.fit(new double[1][1], 10, 256, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("got 1, 10 and 256");
    }

    private static double[][] rows() {
        return IntStream.range(0, truth.get("rows").size())
                .mapToObj(row -> numbers(truth.get("rows").get(row)))
                .toArray(double[][]::new);
    }

    private static double[] numbers(JsonNode list) {
        return IntStream.range(0, list.size())
                .mapToDouble(item -> list.get(item).asDouble())
                .toArray();
    }

    private static int[] whole(JsonNode list) {
        return IntStream.range(0, list.size())
                .map(item -> list.get(item).asInt())
                .toArray();
    }
}
