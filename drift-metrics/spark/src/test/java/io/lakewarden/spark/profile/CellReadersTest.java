package io.lakewarden.spark.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.lakewarden.profile.BooleanProfile;
import io.lakewarden.profile.CategoricalProfile;
import io.lakewarden.profile.ColumnKind;
import io.lakewarden.profile.ColumnProfile;
import io.lakewarden.profile.ColumnSpec;
import io.lakewarden.profile.DatasetProfile;
import io.lakewarden.profile.NumericProfile;
import io.lakewarden.profile.TemporalProfile;
import io.lakewarden.result.MetricValue;
import io.lakewarden.result.Window;
import io.lakewarden.spark.SparkExtension;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(SparkExtension.class)
class CellReadersTest {
    private static final Window LABEL = Window.ofDay(LocalDate.EPOCH);

    private final SparkSession session;

    CellReadersTest(SparkSession session) {
        this.session = session;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"TINYINT", "SMALLINT", "INT", "BIGINT", "FLOAT", "DOUBLE", "DECIMAL(5,2)", "DECIMAL(38,10)"})
    void readsEveryNumericType(String type) {
        Dataset<Row> data =
                session.sql("SELECT CAST(x AS " + type + ") AS x FROM VALUES (-3), (0), (4), (NULL) AS t(x)");
        NumericProfile profile = (NumericProfile) profile(data).column("x").orElseThrow();
        assertThat(profile.count()).isEqualTo(4);
        assertThat(profile.nulls()).isEqualTo(1);
        assertThat(profile.minimum()).isEqualTo(MetricValue.exactly(-3));
        assertThat(profile.maximum()).isEqualTo(MetricValue.exactly(4));
        assertThat(profile.zeros()).isEqualTo(1);
        assertThat(profile.exactCounts().orElseThrow()).containsOnlyKeys(-3.0, 0.0, 4.0);
    }

    @Test
    void keepsWhatIsNotANumberApart() {
        Dataset<Row> data = session.sql(
                "SELECT x FROM VALUES (DOUBLE('NaN')), (DOUBLE('Infinity')), (DOUBLE('-Infinity')), (1.5D) AS t(x)");
        NumericProfile profile = (NumericProfile) profile(data).column("x").orElseThrow();
        assertThat(List.of(
                        profile.nans(), profile.positiveInfinities(), profile.negativeInfinities(), profile.finite()))
                .containsExactly(1L, 1L, 1L, 1L);
    }

    @Test
    void readsTextBooleansAndBinary() {
        DatasetProfile profile = profile(session.sql(
                "SELECT * FROM VALUES ('a', true, X'00'), ('😀', false, NULL), (NULL, NULL, NULL) AS t(s, b, x)"));
        assertThat(((CategoricalProfile) profile.column("s").orElseThrow())
                        .exactCounts()
                        .orElseThrow())
                .containsExactly(Map.entry("a", 1L), Map.entry("😀", 1L));
        BooleanProfile truth = (BooleanProfile) profile.column("b").orElseThrow();
        assertThat(List.of(truth.trues(), truth.falses(), truth.nulls())).containsExactly(1L, 1L, 1L);
        assertThat(cells(profile, "x")).isEqualTo("3 cells, 2 null");
        assertThat(profile.column("x").orElseThrow().kind()).isEqualTo(ColumnKind.OPAQUE);
    }

    @ParameterizedTest
    @CsvSource({
        "DATE'2012-02-29', 2012-02-29T00:00:00Z",
        "DATE'0001-01-01', 0001-01-01T00:00:00Z",
        "TIMESTAMP'2012-02-29 12:30:00.000001', 2012-02-29T12:30:00.000001Z",
        "TIMESTAMP'1969-12-31 23:59:59.999999', 1969-12-31T23:59:59.999999Z",
        "TIMESTAMP_NTZ'2012-02-29 12:30:00', 2012-02-29T12:30:00Z"
    })
    void readsTimesInUtc(String literal, Instant expected) {
        TemporalProfile profile = (TemporalProfile)
                profile(session.sql("SELECT " + literal + " AS t")).column("t").orElseThrow();
        assertThat(profile.earliest()).contains(expected);
        assertThat(profile.latest()).contains(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "INT(7) | 7",
                "TINYINT(-7) | -7",
                "SMALLINT(7) | 7",
                "BIGINT(9007199254740993) | 9007199254740993",
                "DOUBLE(1) | 1.0",
                "DOUBLE('-0.0') | 0.0",
                "FLOAT(0.1) | 0.1",
                "CAST(1.50 AS DECIMAL(10,4)) | 1.5",
                "CAST(100 AS DECIMAL(10,0)) | 100",
                "true | true",
                "DATE'2012-01-31' | 2012-01-31",
                "TIMESTAMP'2012-01-31 09:05:00' | 2012-01-31T09:05:00Z",
                "TIMESTAMP_NTZ'2012-01-31 09:05:00' | 2012-01-31T09:05",
                "concat('text', ' ') | 'text '"
            })
    void readsDeclaredCategoriesAsCanonicalText(String literal, String expected) {
        Dataset<Row> data = session.sql("SELECT " + literal + " AS c");
        DatasetProfile profile = profile(data, DatasetColumns.of(data.schema(), Set.of("c"), Set.of()));
        assertThat(((CategoricalProfile) profile.column("c").orElseThrow())
                        .exactCounts()
                        .orElseThrow())
                .containsOnlyKeys(expected);
    }

    @Test
    void countsCellsOfNestedDataWhereTheyAre() {
        Dataset<Row> data = session.sql(
                """
                SELECT named_struct('x', 1, 'deep', named_struct('y', 'a')) AS s, array(1, NULL, 3) AS a, map('k', array(1.0D)) AS m
                UNION ALL SELECT NULL, NULL, NULL
                UNION ALL SELECT named_struct('x', NULL, 'deep', NULL), array(), map('k', NULL, 'l', array())""");
        DatasetProfile profile = profile(data);
        assertThat(profile.rows()).isEqualTo(3);
        assertThat(profile.columns().keySet())
                .containsExactly("s.x", "s.deep.y", "a", "a.element", "m", "m.key", "m.value", "m.value.element");
        assertThat(cells(profile, "s.x")).isEqualTo("3 cells, 2 null");
        assertThat(cells(profile, "s.deep.y")).isEqualTo("3 cells, 2 null");
        assertThat(cells(profile, "a")).isEqualTo("3 cells, 1 null");
        assertThat(cells(profile, "a.element")).isEqualTo("3 cells, 1 null");
        assertThat(cells(profile, "m")).isEqualTo("3 cells, 1 null");
        assertThat(cells(profile, "m.key")).isEqualTo("3 cells, 0 null");
        assertThat(cells(profile, "m.value")).isEqualTo("3 cells, 1 null");
        assertThat(cells(profile, "m.value.element")).isEqualTo("1 cells, 0 null");
    }

    @Test
    void countsNullStructsInsideArrays() {
        DatasetProfile profile = profile(session.sql("SELECT array(named_struct('x', 1, 'y', array(1)), NULL) AS a"));
        assertThat(cells(profile, "a.element.x")).isEqualTo("2 cells, 1 null");
        assertThat(cells(profile, "a.element.y")).isEqualTo("2 cells, 1 null");
        assertThat(cells(profile, "a.element.y.element")).isEqualTo("1 cells, 0 null");
    }

    @Test
    void profilesPartsWithoutTheWhole() {
        Dataset<Row> data = session.sql("SELECT array(1, 2) AS a, map('k', 1) AS m, 3 AS unused");
        DatasetProfile profile = profile(
                data,
                List.of(
                        new ColumnSpec("m.value", ColumnKind.NUMERIC, "int"),
                        new ColumnSpec("a.element", ColumnKind.NUMERIC, "int")));
        assertThat(profile.columns().keySet()).containsExactly("m.value", "a.element");
        assertThat(cells(profile, "a.element")).isEqualTo("2 cells, 0 null");
    }

    @Test
    void refusesColumnsThatAreNotThere() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        profile(session.sql("SELECT 1 AS a"), List.of(new ColumnSpec("b", ColumnKind.NUMERIC, "int"))))
                .withMessage("no column [b] in struct<>");
    }

    @ParameterizedTest
    @CsvSource({
        "string(1), NUMERIC",
        "1, BOOLEAN",
        "1, TEMPORAL",
        "1, COLLECTION",
        "array(1), NUMERIC",
        "X'00', CATEGORICAL"
    })
    void refusesKindsThatDoNotFitTheType(String literal, ColumnKind kind) {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        profile(session.sql("SELECT " + literal + " AS c"), List.of(new ColumnSpec("c", kind, "any"))))
                .withMessageStartingWith("column 'c' is ")
                .withMessageEndingWith(" and cannot be profiled as " + kind);
    }

    private static String cells(DatasetProfile profile, String column) {
        ColumnProfile cells = profile.column(column).orElseThrow();
        return cells.count() + " cells, " + cells.nulls() + " null";
    }

    private static DatasetProfile profile(Dataset<Row> data) {
        return WholeProfile.of(data, LABEL);
    }

    private static DatasetProfile profile(Dataset<Row> data, List<ColumnSpec> columns) {
        return WholeProfile.of(data, columns, LABEL);
    }
}
