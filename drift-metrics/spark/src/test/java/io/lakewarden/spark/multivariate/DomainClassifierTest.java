package io.lakewarden.spark.multivariate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.lakewarden.drift.multivariate.SeparationTest;
import io.lakewarden.spark.SparkExtension;
import io.lakewarden.spark.profile.DatasetColumns;
import io.lakewarden.spark.sample.RowSampler;
import io.lakewarden.spark.sample.TableSample;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkExtension.class)
class DomainClassifierTest {
    @Test
    void tellsNothingApartWhereNothingHasMoved(SparkSession session) {
        for (int seed = 1; seed <= 3; seed++) {
            SeparationTest test = tested(
                    session, numbers(session, 700, 1, seed), numbers(session, 500, 1, seed + 100), List.of("x", "y"));

            assertThat(test.pValue()).isGreaterThan(0.001);
            assertThat(test.lower()).isLessThan(0.55);
            assertThat(test.area()).isCloseTo(0.5, within(0.1));
        }
    }

    @Test
    void findsAFlippedRelationThatNoColumnShowsAlone(SparkSession session) {
        Dataset<Row> reference = numbers(session, 800, 1, 5);
        Dataset<Row> current = numbers(session, 800, -1, 6);

        SeparationTest together = tested(session, reference, current, List.of("x", "y"));
        SeparationTest alone = tested(session, reference, current, List.of("y"));

        assertThat(together.lower()).isGreaterThan(0.65);
        assertThat(together.pValue()).isEqualTo(0.001);
        assertThat(alone.lower()).isLessThan(0.55);
    }

    @Test
    void namesTheColumnsItGoesByWhateverTheyHold(SparkSession session) {
        Dataset<Row> reference = mixed(session, 1, "'old'", "1.0D");
        Dataset<Row> current = mixed(session, 4, "IF(id % 2 = 0, 'new', NULL)", "IF(id % 3 = 0, NULL, 1.0D)");

        Separation separation =
                separated(session, reference, current, List.of("`a.b`", "<b>", "yes", "word", "often", "gone"));

        assertThat(separation.importances().keySet()).startsWith("word");
        assertThat(separation.importances()).containsOnlyKeys("`a.b`", "<b>", "yes", "word", "often");
        assertThat(separation.importances().values().stream()
                        .mapToDouble(it -> it)
                        .sum())
                .isCloseTo(1, within(1e-9));
        assertThat(SeparationTest.of(separation.scores(), 99, 1).orElseThrow().area())
                .isEqualTo(1);
    }

    @Test
    void doesNotTakeRowsOfOneEntityForEvidence(SparkSession session) {
        // customers have habits of their own, drawn alike on both sides; each is on one side with ten rows
        Dataset<Row> reference = customers(session, 0);
        Dataset<Row> current = customers(session, 60);

        SeparationTest byRow = tested(session, reference, current, List.of("habit", "taste"));
        SeparationTest byCustomer = SeparationTest.of(
                        separated(session, reference, current, List.of("habit", "taste"), Optional.of("customer"))
                                .scores(),
                        999,
                        1)
                .orElseThrow();

        // a classifier that has met a customer knows the side of all rows of that customer
        assertThat(byRow.lower()).isGreaterThan(0.65);
        assertThat(byCustomer.pValue()).isGreaterThan(0.001);
        assertThat(byCustomer.lower()).isLessThan(0.55);
    }

    @Test
    void hasNothingToGoByWithoutColumns(SparkSession session) {
        assertThat(new DomainClassifier(session, 100, 1)
                        .separate(
                                sample(numbers(session, 50, 1, 1)),
                                sample(numbers(session, 50, 1, 2)),
                                List.of("gone"),
                                Optional.empty()))
                .isEmpty();
    }

    /** Of forests of the same size by scikit-learn: core's src/test/python/multivariate_truth.py says how they were made. */
    @Test
    void otherForestsTellTheSameTablesApartAsWell(SparkSession session) throws IOException {
        JsonNode truth;
        try (InputStream file = DomainClassifierTest.class.getResourceAsStream("forests-truth.json")) {
            truth = new ObjectMapper().readTree(file);
        }
        List<Double> areas = new ArrayList<>();
        truth.get("areas").forEach(area -> areas.add(area.asDouble()));

        SeparationTest ours = tested(
                session,
                table(session, truth.get("reference")),
                table(session, truth.get("current")),
                List.of("c0", "c1", "c2"));

        assertThat(areas).hasSize(20).allSatisfy(area -> assertThat(area).isBetween(ours.lower(), ours.upper()));
        assertThat(ours.upper() - ours.lower()).isLessThan(0.1);
    }

    private static Dataset<Row> table(SparkSession session, JsonNode columns) {
        StructType schema = new StructType();
        for (int column = 0; column < columns.size(); column++) {
            schema = schema.add("c" + column, DataTypes.DoubleType);
        }
        List<Row> rows = IntStream.range(0, columns.get(0).size())
                .mapToObj(row -> RowFactory.create(StreamSupport.stream(columns.spliterator(), false)
                        .map(column -> column.get(row).asDouble())
                        .toArray()))
                .toList();
        return session.createDataFrame(rows, schema);
    }

    private static Dataset<Row> mixed(SparkSession session, int seed, String word, String often) {
        return session.range(0, 600, 1, 2)
                .selectExpr(
                        "rand(" + seed + ") AS `a.b`",
                        "CAST(floor(rand(" + (seed + 1) + ") * 90) AS STRING) AS `<b>`",
                        "rand(" + (seed + 2) + ") < 0.5 AS yes",
                        word + " AS word",
                        often + " AS often");
    }

    /** Two columns of the normal law that go together, or against each other. */
    private static Dataset<Row> numbers(SparkSession session, int rows, int sign, long seed) {
        return session.range(0, rows, 1, 2)
                .selectExpr("randn(" + seed + ") AS x", "randn(" + (seed + 1_000) + ") AS noise")
                .selectExpr("x", sign + " * (0.9 * x + sqrt(0.19) * noise) AS y");
    }

    private static Dataset<Row> customers(SparkSession session, int first) {
        String customer = "(" + first + " + id % 60)";
        return session.range(0, 600, 1, 2)
                .selectExpr(
                        customer + " AS customer",
                        "(xxhash64(" + customer + ") % 1000) / 10.0 AS habit",
                        "(xxhash64(" + customer + ", 7) % 1000) / 10.0 AS taste");
    }

    private static SeparationTest tested(
            SparkSession session, Dataset<Row> reference, Dataset<Row> current, List<String> columns) {
        return SeparationTest.of(separated(session, reference, current, columns).scores(), 999, 1)
                .orElseThrow();
    }

    private static Separation separated(
            SparkSession session, Dataset<Row> reference, Dataset<Row> current, List<String> columns) {
        return separated(session, reference, current, columns, Optional.empty());
    }

    private static Separation separated(
            SparkSession session,
            Dataset<Row> reference,
            Dataset<Row> current,
            List<String> columns,
            Optional<String> entity) {
        return new DomainClassifier(session, 1_000, 1)
                .separate(sample(reference), sample(current), columns, entity)
                .orElseThrow();
    }

    private static TableSample sample(Dataset<Row> data) {
        return new RowSampler(1_000, 1).draw(data, DatasetColumns.of(data.schema(), Set.of(), Set.of()));
    }
}
