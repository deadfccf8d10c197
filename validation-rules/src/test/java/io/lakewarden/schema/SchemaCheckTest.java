package io.lakewarden.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.lakewarden.profile.ColumnKind;
import io.lakewarden.profile.ColumnSpec;
import io.lakewarden.profile.DatasetProfile;
import io.lakewarden.result.Finding;
import io.lakewarden.result.Slice;
import io.lakewarden.result.Status;
import io.lakewarden.result.Window;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SchemaCheckTest {
    private static final Window WINDOW = Window.parse("2026-01-01/2026-02-01");
    private static final ColumnSpec AGE = new ColumnSpec("age", ColumnKind.NUMERIC, "int");
    private static final ColumnSpec CITY = new ColumnSpec("city", ColumnKind.CATEGORICAL, "string");

    @Test
    void theSameColumnsPassInAnyOrder() {
        assertThat(compare(List.of(AGE, CITY), List.of(CITY, AGE)))
                .containsExactly(Finding.of(
                        "schema",
                        Finding.TABLE,
                        "schema",
                        Status.PASS,
                        "2 columns",
                        "2 columns",
                        "The columns and their types are those of the reference (2 columns)."));
    }

    @Test
    void aMissingColumnFailsAndANewOneWarns() {
        assertThat(compare(List.of(AGE), List.of(CITY)))
                .containsExactly(
                        Finding.of(
                                "schema",
                                "age",
                                "missing",
                                Status.FAIL,
                                "no such column",
                                "int",
                                "Column 'age' (int) is missing from the current data."),
                        Finding.of(
                                "schema",
                                "city",
                                "new",
                                Status.WARN,
                                "string",
                                "no such column",
                                "Column 'city' (string) is new: the reference does not have it, so nothing about it can be"
                                        + " compared."));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "tinyint | smallint",
                "smallint | float",
                "int | bigint",
                "int | double",
                "float | double",
                "int | decimal(10,0)",
                "bigint | decimal(21,2)",
                "decimal(10,2) | decimal(12,2)",
                "decimal(10,2) | decimal(12,4)"
            })
    void aTypeThatHoldsTheOtherWarnsEitherWay(String narrow, String wide) {
        assertThat(compare(List.of(numeric(narrow)), List.of(numeric(wide))))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.status()).isEqualTo(Status.WARN);
                    assertThat(finding.observed()).isEqualTo(wide);
                    assertThat(finding.expected()).isEqualTo(narrow);
                    assertThat(finding.sentence())
                            .isEqualTo("Column 'x' changed its type from " + narrow + " to " + wide
                                    + ", which holds every value of the old type.");
                });
        assertThat(compare(List.of(numeric(wide)), List.of(numeric(narrow))))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.status()).isEqualTo(Status.WARN);
                    assertThat(finding.sentence()).endsWith("whose values all fit the old type.");
                });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "bigint | double",
                "int | float",
                "int | decimal(10,1)",
                "decimal(10,2) | decimal(11,4)",
                "decimal(10,2) | double"
            })
    void aTypeThatCanLoseValuesFails(String before, String now) {
        for (List<ColumnSpec> pair :
                List.of(List.of(numeric(before), numeric(now)), List.of(numeric(now), numeric(before)))) {
            assertThat(compare(List.of(pair.get(0)), List.of(pair.get(1))))
                    .singleElement()
                    .satisfies(finding -> {
                        assertThat(finding.status()).isEqualTo(Status.FAIL);
                        assertThat(finding.key()).isEqualTo("schema/x/type");
                    });
        }
    }

    @Test
    void aTypeOfAnotherKindFailsWithOneFinding() {
        assertThat(compare(List.of(AGE), List.of(new ColumnSpec("age", ColumnKind.CATEGORICAL, "string"))))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.status()).isEqualTo(Status.FAIL);
                    assertThat(finding.sentence())
                            .isEqualTo("Column 'age' changed its type from int to string, and with it from numeric to"
                                    + " categorical, so the two cannot be compared.");
                });
        assertThat(compare(
                        List.of(new ColumnSpec("day", ColumnKind.CATEGORICAL, "int")),
                        List.of(new ColumnSpec("day", ColumnKind.NUMERIC, "bigint"))))
                .extracting(Finding::status)
                .containsExactly(Status.FAIL);
    }

    @Test
    void aColumnReadAsAnotherKindFails() {
        assertThat(compare(List.of(AGE), List.of(new ColumnSpec("age", ColumnKind.CATEGORICAL, "int"))))
                .containsExactly(Finding.of(
                        "schema",
                        "age",
                        "kind",
                        Status.FAIL,
                        "categorical",
                        "numeric",
                        "Column 'age' is read as categorical, but the reference was read as numeric, so the two cannot be"
                                + " compared."));
    }

    @Test
    void whatIsInsideAMissingOrNewColumnIsNotToldAgain() {
        List<ColumnSpec> tags = List.of(
                new ColumnSpec("tags", ColumnKind.COLLECTION, "array<string>"),
                new ColumnSpec("tags.element", ColumnKind.CATEGORICAL, "string"),
                new ColumnSpec("tagsCount", ColumnKind.NUMERIC, "int"));

        assertThat(compare(tags, List.of())).extracting(Finding::column).containsExactly("tags", "tagsCount");
        assertThat(compare(List.of(), tags)).extracting(Finding::column).containsExactly("tags", "tagsCount");
    }

    @Test
    void tellsOfEveryColumnOfAWideTable() {
        List<ColumnSpec> wide = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            wide.add(new ColumnSpec("c" + i, ColumnKind.COLLECTION, "array<struct<x:int>>"));
            wide.add(new ColumnSpec("c" + i + ".element.x", ColumnKind.NUMERIC, "int"));
        }

        assertThat(compare(wide, List.of())).hasSize(10_000);
        assertThat(compare(List.of(), wide)).hasSize(10_000);
    }

    @Test
    void anArrayIsToldByItsElements() {
        assertThat(compare(array("int"), array("bigint")))
                .extracting(Finding::key, Finding::status)
                .containsExactly(tuple("schema/a.element/type", Status.WARN));
        assertThat(compare(
                        List.of(new ColumnSpec("a", ColumnKind.COLLECTION, "array<int>")),
                        List.of(new ColumnSpec("a", ColumnKind.COLLECTION, "map<int,int>"))))
                .extracting(Finding::key, Finding::status)
                .containsExactly(tuple("schema/a/type", Status.FAIL));
    }

    private static List<ColumnSpec> array(String element) {
        return List.of(
                new ColumnSpec("a", ColumnKind.COLLECTION, "array<" + element + ">"),
                new ColumnSpec("a.element", ColumnKind.NUMERIC, element));
    }

    private static ColumnSpec numeric(String type) {
        return new ColumnSpec("x", ColumnKind.NUMERIC, type);
    }

    private static List<Finding> compare(List<ColumnSpec> reference, List<ColumnSpec> current) {
        return SchemaCheck.compare(
                DatasetProfile.empty(WINDOW, Slice.ALL, reference), DatasetProfile.empty(WINDOW, Slice.ALL, current));
    }
}
