package io.lakewarden.spark.skew;

import static org.assertj.core.api.Assertions.assertThat;

import io.lakewarden.spark.SparkExtension;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Five seeded pairs of tables, joined here and by the detector of feature skew of TensorFlow Data Validation 1.16.1, whose
 * counts are recorded ({@code src/test/python/skew}): keys on one side only, twice on a side and without a value, missing
 * values, neighbours in single precision, NaN, lists and texts.
 */
@ExtendWith(SparkExtension.class)
class FeatureSkewDetectorTest {
    private static final int PAIRS = 5;
    private static final List<String> SAME = List.of("whole", "fraction", "text", "tags");

    private final SparkSession session;

    FeatureSkewDetectorTest(SparkSession session) {
        this.session = session;
    }

    private static Path file(String name) {
        try {
            return Path.of(
                    FeatureSkewDetectorTest.class.getResource("/skew/" + name).toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What the detector counted, by pair, feature and what was counted; of the whole pair under no feature. */
    private static Map<String, Long> counted() throws IOException {
        Map<String, Long> counts = new HashMap<>();
        for (String line : Files.readAllLines(file("tfdv.csv"))) {
            int last = line.lastIndexOf(',');
            if (!line.startsWith("pair")) {
                counts.put(line.substring(0, last), Long.parseLong(line.substring(last + 1)));
            }
        }
        return counts;
    }

    private Dataset<Row> rows() {
        return session.read()
                .schema(
                        "pair int, side string, id string, whole bigint, fraction float, text string, tags array<string>,"
                                + " zero float, typed float")
                .json(file("rows.jsonl").toString())
                .cache();
    }

    @Test
    void pairsAndMismatchesAreCountedAlike() throws IOException {
        Map<String, Long> counted = counted();
        Dataset<Row> rows = rows();
        long mismatches = 0;
        long zeros = 0;
        for (int pair = 0; pair < PAIRS; pair++) {
            Dataset<Row> ofPair = rows.where("pair = " + pair);
            RowSkew skew = KeyedSources.compare(
                    ofPair.where("side = 'base'")
                            .withColumn("typed", rows.col("typed").cast("long")),
                    ofPair.where("side = 'test'"),
                    List.of("id"),
                    List.of("whole", "fraction", "text", "tags", "zero", "typed"),
                    1e-9);
            JoinedRows joined = skew.rows();
            String name = pair + ",";
            assertThat(Map.of(
                            "base_with_id_count",
                            joined.there() - joined.keylessThere(),
                            "test_with_id_count",
                            joined.here() - joined.keylessHere(),
                            "base_missing_id_count",
                            joined.keylessThere(),
                            "test_missing_id_count",
                            joined.keylessHere()))
                    .allSatisfy((count, number) ->
                            assertThat(number).as(name + count).isEqualTo(counted.get(name + "," + count)));
            assertThat(joined.repeatedThere() + joined.repeatedHere() > 0)
                    .as(name + "duplicates")
                    .isEqualTo(counted.get(name + ",duplicate_id_count") > 0);
            for (FeatureSkew feature : skew.features()) {
                String start = name + feature.column() + ",";
                assertThat(feature.joined()).as(start).isEqualTo(joined.joined());
                if (SAME.contains(feature.column())) {
                    assertThat(feature.different()).as(start).isEqualTo(counted.get(start + "mismatch"));
                    assertThat(feature.missingHere()).as(start).isEqualTo(counted.get(start + "base_only"));
                    assertThat(feature.missingThere()).as(start).isEqualTo(counted.get(start + "test_only"));
                    mismatches += feature.mismatches();
                } else {
                    // The detector compares bytes: 0.0 is not -0.0 to it, and a whole number no floating-point one.
                    assertThat(feature.mismatches()).as(start).isZero();
                    assertThat(counted.get(start + "match") + counted.get(start + "mismatch"))
                            .as("every pair of rows that was compared")
                            .isEqualTo(joined.joined());
                    zeros += counted.get(start + "mismatch");
                }
            }
        }
        assertThat(mismatches).isGreaterThan(100);
        assertThat(zeros).isGreaterThan(100);
    }
}
