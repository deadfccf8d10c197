package io.lakewarden.drift.multivariate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Columns together against scikit-learn and SciPy: src/test/python says how their numbers were made. */
class MultivariateTruthTest {
    private static JsonNode truth;

    @BeforeAll
    static void load() throws IOException {
        try (InputStream file = MultivariateTruthTest.class.getResourceAsStream("multivariate-truth.json")) {
            truth = new ObjectMapper().readTree(file);
        }
    }

    @Test
    void theAreaAndItsIntervalAreTheSameForTheSameScores() {
        List<JsonNode> cases = cases("areas", 8);
        for (JsonNode it : cases) {
            double[] reference = numbers(it.get("reference"));
            double[] current = numbers(it.get("current"));
            int rows = reference.length + current.length;
            boolean[] sides = new boolean[rows];
            for (int row = reference.length; row < rows; row++) {
                sides[row] = true;
            }
            SeparationTest test = SeparationTest.of(
                            new HeldOutScores(
                                    DoubleStream.concat(DoubleStream.of(reference), DoubleStream.of(current))
                                            .toArray(),
                                    sides,
                                    new int[rows],
                                    IntStream.range(0, rows).toArray()),
                            9,
                            1)
                    .orElseThrow();

            assertThat(test.area()).isCloseTo(it.get("area").asDouble(), within(1e-12));
            assertThat(test.lower()).isCloseTo(it.get("lower").asDouble(), within(1e-12));
            assertThat(test.upper()).isCloseTo(it.get("upper").asDouble(), within(1e-12));
        }
    }

    @Test
    void theMainDirectionsLeaveOutTheSame() {
        for (JsonNode it : cases("rebuilt", 4)) {
            double[][] reference = table(it.get("reference"));
            Reconstruction fitted = Reconstruction.fit(
                            IntStream.range(0, reference.length)
                                    .mapToObj(column -> "c" + column)
                                    .toList(),
                            reference)
                    .orElseThrow();
            ReconstructionTest test =
                    ReconstructionTest.of(fitted, table(it.get("current"))).orElseThrow();

            assertThat(test.directions()).isEqualTo(it.get("directions").asInt());
            assertThat(test.error())
                    .isGreaterThan(0.5)
                    .isCloseTo(it.get("error").asDouble(), within(1e-9));
        }
    }

    @Test
    void correlationsAreTheSame() {
        for (JsonNode it : cases("correlated", 20)) {
            Map<String, double[]> columns = new LinkedHashMap<>();
            columns.put("x", numbers(it.get("x")));
            columns.put("y", numbers(it.get("y")));
            CorrelationChange none = CorrelationChange.of(columns, columns).get(0);

            assertThat(none.spearmanNow()).isCloseTo(it.get("spearman").asDouble(), within(1e-12));
            assertThat(none.pearsonNow()).isCloseTo(it.get("pearson").asDouble(), within(1e-12));
        }
    }

    @Test
    void associationsAreTheSame() {
        for (JsonNode it : cases("associated", 12)) {
            Map<String, String[]> columns = new LinkedHashMap<>();
            columns.put("x", texts(it.get("x")));
            columns.put("y", texts(it.get("y")));
            AssociationChange none =
                    AssociationChange.of(columns, columns, 1, 1).get(0);

            assertThat(none.now()).isCloseTo(it.get("association").asDouble(), within(1e-12));
        }
    }

    private static List<JsonNode> cases(String name, int count) {
        List<JsonNode> cases = new ArrayList<>();
        truth.get(name).forEach(cases::add);
        assertThat(cases).hasSize(count);
        return cases;
    }

    private static double[][] table(JsonNode columns) {
        return StreamSupport.stream(columns.spliterator(), false)
                .map(MultivariateTruthTest::numbers)
                .toArray(double[][]::new);
    }

    private static double[] numbers(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .mapToDouble(JsonNode::asDouble)
                .toArray();
    }

    private static String[] texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::asText)
                .toArray(String[]::new);
    }
}
