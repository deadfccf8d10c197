package io.lakewarden.spark.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.lakewarden.profile.ColumnKind;
import io.lakewarden.profile.ColumnSpec;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;

class DatasetColumnsTest {
    @Test
    void givesEveryScalarTypeAKind() {
        StructType schema = StructType.fromDDL(
                """
                b BYTE, s SHORT, i INT, l LONG, f FLOAT, d DOUBLE, m DECIMAL(10,2), t STRING, c CHAR(3), v VARCHAR(5),
                o BOOLEAN, day DATE, at TIMESTAMP, local TIMESTAMP_NTZ, bytes BINARY, nothing VOID,
                span INTERVAL DAY TO SECOND, months INTERVAL YEAR TO MONTH""");
        assertThat(DatasetColumns.of(schema, Set.of(), Set.of()))
                .extracting(spec -> spec.name() + " " + spec.kind())
                .containsExactly(
                        "b NUMERIC",
                        "s NUMERIC",
                        "i NUMERIC",
                        "l NUMERIC",
                        "f NUMERIC",
                        "d NUMERIC",
                        "m NUMERIC",
                        "t CATEGORICAL",
                        "c CATEGORICAL",
                        "v CATEGORICAL",
                        "o BOOLEAN",
                        "day TEMPORAL",
                        "at TEMPORAL",
                        "local TEMPORAL",
                        "bytes OPAQUE",
                        "nothing OPAQUE",
                        "span OPAQUE",
                        "months OPAQUE");
    }

    @Test
    void flattensStructsAndDescendsIntoCollections() {
        StructType schema = StructType.fromDDL(
                "p STRUCT<x: INT, q: STRUCT<y: STRING>>, a ARRAY<ARRAY<STRUCT<z: DATE>>>, m MAP<STRING, ARRAY<DOUBLE>>");
        assertThat(DatasetColumns.of(schema, Set.of(), Set.of()))
                .containsExactly(
                        new ColumnSpec("p.x", ColumnKind.NUMERIC, "int"),
                        new ColumnSpec("p.q.y", ColumnKind.CATEGORICAL, "string"),
                        new ColumnSpec("a", ColumnKind.COLLECTION, "array<array<struct<z:date>>>"),
                        new ColumnSpec("a.element", ColumnKind.COLLECTION, "array<struct<z:date>>"),
                        new ColumnSpec("a.element.element.z", ColumnKind.TEMPORAL, "date"),
                        new ColumnSpec("m", ColumnKind.COLLECTION, "map<string,array<double>>"),
                        new ColumnSpec("m.key", ColumnKind.CATEGORICAL, "string"),
                        new ColumnSpec("m.value", ColumnKind.COLLECTION, "array<double>"),
                        new ColumnSpec("m.value.element", ColumnKind.NUMERIC, "double"));
    }

    @Test
    void keepsAStructWithoutFieldsAsAColumn() {
        StructType schema = new StructType().add("s", new StructType());
        assertThat(DatasetColumns.of(schema, Set.of(), Set.of()))
                .containsExactly(new ColumnSpec("s", ColumnKind.OPAQUE, "struct<>"));
    }

    @Test
    void readsDeclaredColumnsAsText() {
        StructType schema = StructType.fromDDL("i INT, o BOOLEAN, day DATE, a ARRAY<INT>, bytes BINARY");
        assertThat(DatasetColumns.of(schema, Set.of("i", "o", "day", "a", "a.element", "bytes"), Set.of()))
                .extracting(ColumnSpec::kind)
                .containsExactly(
                        ColumnKind.CATEGORICAL,
                        ColumnKind.CATEGORICAL,
                        ColumnKind.CATEGORICAL,
                        ColumnKind.COLLECTION,
                        ColumnKind.CATEGORICAL,
                        ColumnKind.OPAQUE);
    }

    @Test
    void leavesOutIgnoredPathsWithEverythingInside() {
        StructType schema = StructType.fromDDL("a STRUCT<x: INT, y: INT>, b ARRAY<INT>, c STRUCT<x: INT, y: INT>");
        assertThat(DatasetColumns.of(schema, Set.of(), Set.of("a", "b", "c.x")))
                .extracting(ColumnSpec::name)
                .containsExactly("c.y");
    }

    @Test
    void tellsApartNamesThatLookNested() {
        StructType schema = new StructType()
                .add("a.b", DataTypes.IntegerType)
                .add("a", new StructType().add("b", DataTypes.IntegerType))
                .add("A", DataTypes.IntegerType);
        assertThat(DatasetColumns.of(schema, Set.of(), Set.of()))
                .extracting(ColumnSpec::name)
                .isEqualTo(List.of("`a.b`", "a.b", "A"));
    }

    @Test
    void refusesTwoColumnsOfOneName() {
        StructType schema = new StructType().add("a", DataTypes.IntegerType).add("a", DataTypes.StringType);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DatasetColumns.of(schema, Set.of(), Set.of()))
                .withMessage("two columns are named 'a'; rename one of them");
    }
}
