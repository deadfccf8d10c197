package io.lakewarden.schema;

import static io.lakewarden.schema.SchemaChecks.check;
import static io.lakewarden.schema.SchemaChecks.statuses;
import static io.lakewarden.schema.Tables.schema;
import static io.lakewarden.schema.Tables.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.lakewarden.drift.BinningRule;
import io.lakewarden.profile.CategoricalColumnBuilder;
import io.lakewarden.profile.ColumnSpec;
import io.lakewarden.profile.DatasetProfile;
import io.lakewarden.profile.ProfileBuilder;
import io.lakewarden.profile.ProfileDetail;
import io.lakewarden.result.Finding;
import io.lakewarden.result.Slice;
import io.lakewarden.result.Status;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The table and its columns as a whole: what is there, how findings are weighed, and where the profile cannot tell. */
class SchemaValidationTest {
    @Test
    void whatKeepsToTheSchemaMakesOneFinding() {
        DatasetProfile data = table().with("age", "int", 17, 30, 90)
                .with("city", "string", "Bern", "Basel", "Bern")
                .profile();

        assertThat(check("columns: {age: {type: int, range: {min: 17, max: 90}}, city: {domain: [Bern, Basel]}}", data))
                .containsExactly(Finding.of(
                        "schema",
                        Finding.TABLE,
                        "schema",
                        Status.PASS,
                        "3 of 3 constraints hold",
                        "3 constraints",
                        "The data keeps to the schema: 3 constraints on 2 columns hold."));
    }

    @Test
    void aMissingColumnFailsUnlessItIsNotRequired() {
        DatasetProfile data = table().with("a", "int", 1).profile();

        assertThat(statuses("columns: {a: {}, b: {}}", data)).containsExactly("b/missing FAIL");
        assertThat(statuses("columns: {a: {}, b: {severity: warn}}", data)).containsExactly("b/missing WARN");
        assertThat(statuses("columns: {a: {}, b: {required: false, type: int}}", data))
                .containsExactly(":table/schema PASS");
    }

    @Test
    void aNewColumnIsAsBadAsTheSchemaSays() {
        DatasetProfile data = table().with("a", "int", 1)
                .with("tags", "array<string>", 1)
                .with("tags.element", "string", "x")
                .profile();

        assertThat(statuses("columns: {a: {}}", data)).containsExactly("tags/new WARN");
        assertThat(statuses("{new_columns: fail, columns: {a: {}}}", data)).containsExactly("tags/new FAIL");
        assertThat(statuses("{new_columns: allow, columns: {a: {}}}", data)).containsExactly(":table/schema PASS");
    }

    @Test
    void aColumnIsExpectedWhereItsEnvironmentsSay() {
        String schema =
                """
                environments: [training, serving]
                columns:
                  a: {}
                  label: {not_in: [serving]}
                  score: {in: [shadow], not_in: [training, serving]}
                """;
        DatasetProfile data = table().with("a", "int", 1).profile();

        assertThat(statuses(schema, data, "serving")).containsExactly(":table/schema PASS");
        assertThat(statuses(schema, data, "training")).containsExactly("label/missing FAIL");
        assertThat(statuses(schema, data, "shadow")).containsExactly("score/missing FAIL");
        assertThat(check(schema, data)).extracting(Finding::column).containsExactly("label", "score");
    }

    @Test
    void theNumberOfRowsHasBounds() {
        DatasetProfile three = table().with("a", "int", 1, 2, 3).profile();

        assertThat(statuses("{rows: {min: 3, max: 3}, columns: {a: {}}}", three))
                .containsExactly(":table/schema PASS");
        assertThat(statuses("{rows: {min: 4}, columns: {a: {}}}", three)).containsExactly(":table/rows FAIL");
        assertThat(statuses("{rows: {max: 2}, columns: {a: {}}}", three)).containsExactly(":table/rows FAIL");
    }

    @Test
    void theNumberOfRowsIsComparedWithTheWindowBefore() {
        DatasetProfile two = table().with("a", "int", 1, 2).profile();
        DatasetProfile four = table().with("a", "int", 1, 2, 3, 4).profile();
        String schema = "{rows: {min_ratio: 0.5, max_ratio: 2}, columns: {a: {}}}";

        assertThat(statuses(schema, four, two)).containsExactly(":table/schema PASS");
        assertThat(statuses(schema.replace("max_ratio: 2", "max_ratio: 1.9"), four, two))
                .containsExactly(":table/rows_ratio FAIL");
        assertThat(statuses(schema, two)).containsExactly(":table/rows_ratio SKIPPED");
    }

    @Test
    void whereTheTypeIsAnotherOneNothingElseIsJudged() {
        DatasetProfile data = table().with("x", "string", "a", null).profile();

        assertThat(statuses(
                        "columns: {x: {type: int, range: {min: 1}, unique: true, presence: {min_fraction: 1}}}", data))
                .containsExactly("x/type FAIL", "x/presence FAIL");
    }

    @Test
    void aProfileOfCountsAloneLeavesMuchUndecided() {
        DatasetProfile data = Tables.countsOnly().with("x", "string", "a", "b").profile();

        assertThat(statuses("columns: {x: {domain: [a, b], unique: true, format: email, length: {max: 1}}}", data))
                .containsExactly("x/domain ERROR", "x/unique ERROR", "x/format ERROR");
    }

    @Test
    void comparatorsLookAtTheWindowBeforeAndAtTheReference() {
        DatasetProfile reference = binned(List.of(), Tables.repeated(50, "a", "b"));
        List<ColumnSpec> frozen = BinningRule.DEFAULT.freeze(reference);
        DatasetProfile same = binned(frozen, Tables.repeated(50, "a", "b"));
        DatasetProfile moved = binned(frozen, Tables.repeated(50, "a", "a", "a", "b"));
        TableSchema schema =
                schema("columns: {x: {drift: {l_infinity_distance: 0.2}, skew: {l_infinity_distance: 0.3}}}");

        assertThat(statuses(schema, moved, Optional.of(same), Optional.of(same)))
                .containsExactly("x/drift FAIL");
        assertThat(statuses(schema, same, Optional.of(same), Optional.of(same))).containsExactly(":table/schema PASS");
        assertThat(statuses(schema, same, Optional.empty(), Optional.empty()))
                .containsExactly("x/drift SKIPPED", "x/skew SKIPPED");
        assertThat(statuses(schema, moved, Optional.of(moved), Optional.of(reference)))
                .containsExactly("x/skew ERROR");
    }

    @Test
    void aConstraintOfAnotherKindOfColumnIsUndecided() {
        assertThat(check(
                        "columns: {x: {range: {min: 1}}}",
                        table().with("x", "string", "a").profile()))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.status()).isEqualTo(Status.ERROR);
                    assertThat(finding.sentence())
                            .isEqualTo("Undecided for column 'x' (at least 1): it is read as categorical, which has no"
                                    + " numbers.");
                });
    }

    @Test
    void aSeverityOfWarnWeakensFailuresAndNothingElse() {
        DatasetProfile data = table().with(
                        "x", "int", IntStream.range(0, 5_000).boxed().toArray())
                .profile();

        assertThat(statuses("columns: {x: {severity: warn, unique: true, range: {max: 3}}}", data))
                .containsExactly("x/range WARN", "x/unique ERROR");
    }

    @Test
    void namesAreComparedToTheLetter() {
        DatasetProfile data = table().with("`a.b`", "int", 1)
                .with("select", "int", 2)
                .with("🚲 `x`", "int", 3)
                .profile();

        assertThat(check(
                        """
                        columns:
                          "`a.b`": {range: {max: 0}}
                          select: {range: {max: 0}}
                          "🚲 `x`": {range: {max: 0}}
                        """,
                        data))
                .extracting(Finding::column, Finding::status)
                .containsExactly(
                        tuple("`a.b`", Status.FAIL), tuple("select", Status.FAIL), tuple("🚲 `x`", Status.FAIL));
    }

    private static DatasetProfile binned(List<ColumnSpec> frozen, List<String> values) {
        List<ColumnSpec> specs =
                frozen.isEmpty() ? table().with("x", "string", "a").profile().specs() : frozen;
        ProfileBuilder builder = new ProfileBuilder(specs, ProfileDetail.FULL);
        values.forEach(((CategoricalColumnBuilder) builder.column(0))::add);
        builder.addRows(values.size());
        return builder.build(Tables.WINDOW, Slice.ALL);
    }
}
