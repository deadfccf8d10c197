package io.lakewarden.spark.skew;

import static org.apache.spark.sql.functions.expr;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.lakewarden.result.MetricValue.Known;
import io.lakewarden.result.MetricValue.Unknown;
import io.lakewarden.spark.JobRecorder;
import io.lakewarden.spark.SparkExtension;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkExtension.class)
class KeyedSourcesTest {
    private static final String EMOJI = "a.`b` 😀";
    private static final String EMOJI_PATH = "`a.``b`` 😀`";

    private final SparkSession session;

    KeyedSourcesTest(SparkSession session) {
        this.session = session;
    }

    /** One row for each case, keys as wide as the sources made them. */
    private Dataset<Row> there() {
        return session.sql("SELECT * FROM VALUES"
                + " (1, 1.0D, 'x', 1, array(1.0D), map(1, 2), struct(7 AS f)),"
                + " (2, 2.0D, NULL, 1, array(1.0D), map(1, 2), struct(7 AS f)),"
                + " (3, 3.0D, 'x', 1, array(2.0D), map(1, 2), struct(NULL AS f)),"
                + " (4, CAST('NaN' AS DOUBLE), '<b>=1+1</b>', 1, NULL, map(1, 2), NULL),"
                + " (5, CAST('Infinity' AS DOUBLE), NULL, 1, array(), map(1, 2), struct(7 AS f)),"
                + " (6, 6.0D, 'x', 1, array(), map(1, 2), struct(7 AS f)),"
                + " (7, 7.0D, 'x', 1, array(), map(1, 2), struct(7 AS f)),"
                + " (7, 7.0D, 'x', 1, array(), map(1, 2), struct(7 AS f)),"
                + " (NULL, 8.0D, 'x', 1, array(), map(1, 2), struct(7 AS f))"
                + " AS t(id, number, `" + EMOJI.replace("`", "``") + "`, code, list, entries, nested)");
    }

    private Dataset<Row> here() {
        return session.sql("SELECT * FROM VALUES"
                + " (1L, 1.0000000001D, 'x', '1', array(1.0D), map(1, 2), struct(7 AS f)),"
                + " (2L, 2.1D, 'y', '2', array(1.0D), map(1, 2), struct(8 AS f)),"
                + " (3L, NULL, NULL, '1', array(3.0D), map(1, 2), struct(NULL AS f)),"
                + " (4L, CAST('NaN' AS DOUBLE), 'z', '1', NULL, map(1, 2), NULL),"
                + " (5L, 5.0D, NULL, '1', array(), map(1, 2), struct(7 AS f)),"
                + " (7L, 7.0D, 'x', '1', array(), map(1, 2), struct(7 AS f)),"
                + " (9L, 9.0D, 'x', '1', array(), map(1, 2), struct(7 AS f)),"
                + " (NULL, 8.0D, 'x', '1', array(), map(1, 2), struct(7 AS f)),"
                + " (NULL, 8.0D, 'x', '1', array(), map(1, 2), struct(7 AS f))"
                + " AS t(id, number, `" + EMOJI.replace("`", "``") + "`, code, list, entries, nested)");
    }

    private RowSkew skew() {
        return KeyedSources.compare(
                there(),
                here(),
                List.of("id"),
                List.of("number", EMOJI_PATH, "code", "list", "entries", "nested.f", "absent"),
                1e-9);
    }

    @Test
    void everyRowIsCountedOnce() {
        JoinedRows rows = skew().rows();
        assertThat(rows).isEqualTo(new JoinedRows(5, 1, 1, 2, 1, 1, 2));
        assertThat(rows.there()).isEqualTo(9);
        assertThat(rows.here()).isEqualTo(9);
    }

    @Test
    void mismatchesAreCountedByColumnAndKind() {
        RowSkew skew = skew();
        Map<String, FeatureSkew> found =
                skew.features().stream().collect(Collectors.toMap(FeatureSkew::column, Function.identity()));
        assertThat(found.keySet()).containsExactlyInAnyOrder("number", EMOJI_PATH, "code", "list", "nested.f");
        assertThat(skew.incomparable()).containsExactly("entries");
        assertThat(found.get("number"))
                .isEqualTo(new FeatureSkew("number", 5, 0, 1, 2, Optional.of(new SkewExample("2", "2.0", "2.1"))));
        assertThat(found.get(EMOJI_PATH))
                .isEqualTo(
                        new FeatureSkew(EMOJI_PATH, 5, 1, 1, 1, Optional.of(new SkewExample("4", "<b>=1+1</b>", "z"))));
        assertThat(found.get("code"))
                .isEqualTo(new FeatureSkew("code", 5, 0, 0, 1, Optional.of(new SkewExample("2", "1", "2"))));
        assertThat(found.get("list"))
                .isEqualTo(new FeatureSkew("list", 5, 0, 0, 1, Optional.of(new SkewExample("3", "[2.0]", "[3.0]"))));
        assertThat(found.get("nested.f").mismatches()).isEqualTo(1);
    }

    @Test
    void theRateComesWithWilsonsInterval() {
        Known rate = (Known) skew().features().get(0).mismatchRate();
        assertThat(rate.value()).isEqualTo(0.6);
        // statsmodels' proportion_confint(3, 5, method="wilson")
        assertThat(rate.lower()).isCloseTo(0.230724, within(1e-6));
        assertThat(rate.upper()).isCloseTo(0.882379, within(1e-6));
    }

    @Test
    void singlePrecisionIsNoDifference() {
        Dataset<Row> wide = session.sql("SELECT 1 AS id, 0.1D AS x, 1e30D AS y");
        Dataset<Row> narrow = session.sql("SELECT 1 AS id, CAST(0.1 AS FLOAT) AS x, CAST(1.1e30 AS FLOAT) AS y");
        RowSkew skew = KeyedSources.compare(wide, narrow, List.of("id"), List.of("x", "y"), 1e-9);
        assertThat(skew.features()).extracting(FeatureSkew::mismatches).containsExactly(0L, 1L);
    }

    @Test
    void withoutPairsThereIsNoRate() {
        RowSkew skew = KeyedSources.compare(
                there().where("id < 3"), here().where("id > 3"), List.of("id"), List.of("number"), 0);
        assertThat(skew.rows().joined()).isZero();
        assertThat(skew.features().get(0).mismatchRate()).isInstanceOf(Unknown.class);
    }

    @Test
    void keysOfSeveralColumnsJoinOnAllOfThem() {
        Dataset<Row> one = session.sql("SELECT * FROM VALUES (1, 'a', 1), (1, 'b', 2), (2, 'a', 3) AS t(k, l, x)");
        Dataset<Row> other = session.sql("SELECT * FROM VALUES (1, 'a', 1), (1, 'b', 3), (2, NULL, 3) AS t(k, l, x)");
        RowSkew skew = KeyedSources.compare(one, other, List.of("k", "l"), List.of("x"), 0);
        assertThat(skew.rows()).isEqualTo(new JoinedRows(2, 1, 0, 0, 0, 0, 1));
        assertThat(skew.features().get(0).example()).contains(new SkewExample("1, b", "2", "3"));
    }

    @Test
    void jobsDoNotDependOnTheNumberOfColumns() throws Exception {
        assertThat(jobs(2)).isEqualTo(jobs(400));
    }

    private int jobs(int width) throws Exception {
        String[] columns = IntStream.range(0, width)
                .mapToObj(index -> "id % " + (index + 2) + " AS c" + index)
                .toArray(String[]::new);
        Dataset<Row> rows = session.range(50).selectExpr(columns).withColumn("key", expr("c0 + 0"));
        List<String> names =
                IntStream.range(0, width).mapToObj(index -> "c" + index).toList();
        return JobRecorder.stagesOfJobs(
                        session, () -> KeyedSources.compare(rows.limit(1), rows.limit(1), List.of("key"), names, 1e-9))
                .size();
    }

    @Test
    void whatCannotBeAKeyIsSaid() {
        assertThat(KeyedSources.obstacle(there(), "id")).isEmpty();
        assertThat(KeyedSources.obstacle(there(), "nested.f")).isEmpty();
        assertThat(KeyedSources.obstacle(there(), "ids")).contains("there is no column 'ids'");
        assertThat(KeyedSources.obstacle(there(), "list"))
                .contains("column 'list' is array<double>, by which rows cannot be joined");
    }
}
