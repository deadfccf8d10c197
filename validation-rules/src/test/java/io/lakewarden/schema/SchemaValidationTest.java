package io.lakewarden.schema;

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
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every kind of finding, on both sides of its limit, and where the profile cannot tell. */
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

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "int | int | PASS",
                "[bigint, int] | int | PASS",
                "bigint | int | WARN",
                "int | bigint | WARN",
                "int | double | WARN",
                "bigint | double | FAIL",
                "string | int | FAIL"
            })
    void aTypeIsOneOfThoseListed(String listed, String now, Status status) {
        assertStatus("type: " + listed, status, now, 1);
    }

    @Test
    void whereTheTypeIsAnotherOneNothingElseIsJudged() {
        DatasetProfile data = table().with("x", "string", "a", null).profile();

        assertThat(statuses(
                        "columns: {x: {type: int, range: {min: 1}, unique: true, presence: {min_fraction: 1}}}", data))
                .containsExactly("x/type FAIL", "x/presence FAIL");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{min_fraction: 0.75} | PASS",
                "{min_fraction: 0.76} | FAIL",
                "{min_count: 3} | PASS",
                "{min_count: 4} | FAIL"
            })
    void presenceIsAShareAndANumber(String presence, Status status) {
        assertStatus("presence: " + presence, status, "int", 1, null, 2, 3);
    }

    @Test
    void aShareIsComparedExactly() {
        // In binary fractions 1 - 0.9 is less than a tenth.
        Object[] oneOfTenIsNull = {null, 1, 2, 3, 4, 5, 6, 7, 8, 9};
        assertStatus("presence: {min_fraction: 0.9}", Status.PASS, "int", oneOfTenIsNull);
        assertStatus(
                "domain: {values: [a], min_mass: 0.9}",
                Status.PASS,
                "string",
                "b",
                "a",
                "a",
                "a",
                "a",
                "a",
                "a",
                "a",
                "a",
                "a");
    }

    @Test
    void ofNoCellsEveryShareIsEnough() {
        assertStatus("presence: {min_fraction: 1}", Status.PASS, "int");
        assertStatus("presence: {min_count: 1}", Status.FAIL, "int");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"{min: 1, max: 3} | PASS", "{min: 2} | FAIL", "{max: 2} | FAIL"})
    void valencyIsTheSizeOfArrays(String valency, Status status) {
        assertStatus("valency: " + valency, status, "array<int>", 1, 3, 2);
    }

    @Test
    void aDomainTellsOffendersAndTheirShare() {
        DatasetProfile data =
                table().with("x", "string", "a", "a", "b", "c", "c", "c").profile();

        assertThat(check("columns: {x: {domain: [a]}}", data)).singleElement().satisfies(finding -> {
            assertThat(finding.status()).isEqualTo(Status.FAIL);
            assertThat(finding.key()).isEqualTo("schema/x/domain");
            assertThat(finding.sentence())
                    .isEqualTo("Column 'x' has values outside its domain, 66.7 % of them: 'c' (50 %), 'b' (16.7 %).");
        });
    }

    @Test
    void aDomainCanLeaveAShareOutside() {
        List<String> values = new ArrayList<>(Collections.nCopies(98, "a"));
        values.addAll(List.of("b", "c"));

        assertStatus("domain: {values: [a], min_mass: 0.98}", Status.PASS, "string", values.toArray());
        assertStatus("domain: {values: [a], min_mass: 0.981}", Status.FAIL, "string", values.toArray());
    }

    @Test
    void frequentValuesDecideADomainOnlyWhereTheyAreSure() {
        List<String> values = new ArrayList<>(Collections.nCopies(50_000, "known"));
        values.addAll(Collections.nCopies(20_000, "stranger"));
        IntStream.range(0, 5_000).forEach(i -> values.add("rare" + i));
        Object[] many = values.toArray();

        // Surely 20,000 of 75,000 are outside, and surely no more than 25,000 and what a counter may miss.
        assertStatus("domain: [known]", Status.FAIL, "string", many);
        assertStatus("domain: {values: [known], min_mass: 0.6}", Status.PASS, "string", many);
        assertStatus("domain: {values: [known, stranger], min_mass: 0.95}", Status.ERROR, "string", many);
        assertStatus("domain: {values: [known, stranger], min_mass: 0.9}", Status.PASS, "string", many);
    }

    @Test
    void absenceAmongFrequentValuesProvesNothing() {
        Object[] ids = IntStream.range(0, 5_000).mapToObj(i -> "id" + i).toArray();

        assertThat(check(
                        "columns: {x: {domain: [id0]}}",
                        table().with("x", "string", ids).profile()))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.status()).isIn(Status.ERROR, Status.FAIL);
                    assertThat(finding.observed()).contains("outside");
                });
        assertStatus("domain: {values: [other], min_mass: 0.0001}", Status.ERROR, "string", ids);
    }

    @Test
    void numbersHaveDomainsToo() {
        assertStatus("domain: [1, 2.0]", Status.PASS, "int", 1, 2, 2);
        assertStatus("domain: [1]", Status.FAIL, "double", 1.0, 1.5);
        assertStatus("domain: [\"true\"]", Status.FAIL, "boolean", true, false);
        assertStatus("domain: [\"true\"]", Status.PASS, "boolean", true, true);
    }

    @Test
    void aTextThatWasShortenedIsOutsideEveryDomain() {
        String text = "x".repeat(300);

        assertThat(Tables.problems("columns: {x: {domain: [\"" + text + "\"]}}"))
                .singleElement()
                .asString()
                .startsWith("schema.yaml:1:24: columns.x.domain[0] is longer than 256 characters");
        assertStatus("domain: [x]", Status.FAIL, "string", text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"{min: -1.5, max: 7} | PASS", "{min: -1} | FAIL", "{max: 6.9} | FAIL", "{max: 100} | PASS"})
    void aRangeHoldsFiniteNumbers(String range, Status status) {
        assertStatus("range: " + range, status, "double", -1.5, 0.0, 7.0, Double.NaN, Double.POSITIVE_INFINITY);
    }

    @Test
    void aRangeIsNotDecidedByWhatDoublesCannotTellApart() {
        long limit = 1L << 53;

        // Read as doubles, 2⁵³ and 2⁵³ + 1 are the same number.
        assertStatus("range: {max: 9007199254740992}", Status.ERROR, "bigint", limit + 1);
        assertStatus("range: {max: 9007199254740992}", Status.ERROR, "bigint", limit);
        assertStatus("range: {max: 9007199254740992}", Status.PASS, "bigint", limit - 1);
        assertStatus("range: {max: 9007199254740992}", Status.FAIL, "bigint", limit + 4);
        assertStatus("range: {max: 0.1}", Status.ERROR, "decimal(38,18)", 0.1);
        assertStatus("range: {max: 0.1}", Status.PASS, "decimal(10,2)", 0.1);
    }

    @Test
    void aRangeOfTimeHoldsMoments() {
        Object[] moments = {Instant.parse("2026-01-01T06:00:00Z"), Instant.parse("2026-03-01T00:00:00Z")};

        assertStatus("time_range: {min: 2026-01-01, max: 2026-03-01}", Status.PASS, "timestamp", moments);
        assertStatus("time_range: {min: 2026-01-01T06:00:01Z}", Status.FAIL, "timestamp", moments);
        assertStatus("time_range: {max: 2026-02-28}", Status.FAIL, "timestamp", moments);
    }

    @Test
    void whatIsNotFiniteCanBeRefused() {
        assertStatus("nan: false", Status.FAIL, "double", 1.0, Double.NaN);
        assertStatus("nan: true", Status.PASS, "double", 1.0, Double.NaN);
        assertStatus("nan: false", Status.PASS, "double", 1.0, Double.NEGATIVE_INFINITY);
        assertStatus("infinity: false", Status.FAIL, "double", 1.0, Double.NEGATIVE_INFINITY);
        assertStatus("infinity: false", Status.PASS, "double", 1.0, Double.NaN);
    }

    @Test
    void uniquenessIsNeverAnsweredByAnEstimate() {
        assertStatus("unique: true", Status.PASS, "string", "a", "b", null, null);
        assertStatus("unique: true", Status.FAIL, "string", "a", "b", "a");
        assertStatus(
                "unique: true",
                Status.PASS,
                "int",
                IntStream.range(0, 1_000).boxed().toArray());
        assertStatus(
                "unique: true",
                Status.ERROR,
                "int",
                IntStream.range(0, 5_000).boxed().toArray());
        assertStatus("unique: false", Status.PASS, "string", "a", "a");
    }

    @Test
    void aFrequentValueBreaksUniquenessHoweverManyThereAre() {
        List<Object> values = new ArrayList<>(Collections.nCopies(3_000, 7));
        IntStream.range(0, 5_000).forEach(values::add);

        assertStatus("unique: true", Status.FAIL, "int", values.toArray());
    }

    @Test
    void numbersThatOneDoubleStandsForAreNoRepetition() {
        Object[] wide = LongStream.range(0, 500).mapToObj(i -> (1L << 60) + i).toArray();

        assertStatus("unique: true", Status.PASS, "bigint", wide);
    }

    @Test
    void theNumberOfDifferentValuesHasBounds() {
        assertStatus("distinct: {min: 2, max: 2}", Status.PASS, "string", "a", "b", "a");
        assertStatus("distinct: {max: 1}", Status.FAIL, "string", "a", "b", "a");
        Object[] many = IntStream.range(0, 50_000).boxed().toArray();
        assertStatus("distinct: {min: 10000}", Status.PASS, "int", many);
        assertStatus("distinct: {max: 10000}", Status.FAIL, "int", many);
        assertStatus("distinct: {max: 49900}", Status.ERROR, "int", many);
    }

    @Test
    void textsHaveLengthsInCharacters() {
        assertStatus("length: {min: 1, max: 2}", Status.PASS, "string", "a", "🚲🚲");
        assertStatus("length: {max: 1}", Status.FAIL, "string", "a", "🚲🚲");
        assertStatus("length: {min: 1}", Status.FAIL, "string", "a", "");
    }

    @ParameterizedTest
    @CsvSource({
        "email, a@b.ch, a@b",
        "uuid, 123e4567-e89b-12d3-a456-426614174000, 123e4567",
        "date, 2026-01-31, 2026-13-31",
        "number, 1.5e3, 1.5x",
        "url, https://a.ch/b, a.ch/b",
        "ip, 10.0.0.1, 10.0.0.256",
        "currency, CHF, CHX"
    })
    void aFormatIsKeptByEachText(String format, String right, String wrong) {
        assertStatus("format: " + format, Status.PASS, "string", right, right, null);
        assertStatus("format: " + format, Status.FAIL, "string", right, wrong);
        assertStatus("format: any", Status.PASS, "string", right, wrong);
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

    private static void assertStatus(String constraint, Status status, String type, Object... values) {
        DatasetProfile data = table().with("x", type, values).profile();

        assertThat(check("columns: {x: {" + constraint + "}}", data))
                .as(constraint)
                .extracting(Finding::status)
                .containsExactly(status);
    }

    private static DatasetProfile binned(List<ColumnSpec> frozen, List<String> values) {
        List<ColumnSpec> specs =
                frozen.isEmpty() ? table().with("x", "string", "a").profile().specs() : frozen;
        ProfileBuilder builder = new ProfileBuilder(specs, ProfileDetail.FULL);
        values.forEach(((CategoricalColumnBuilder) builder.column(0))::add);
        builder.addRows(values.size());
        return builder.build(Tables.WINDOW, Slice.ALL);
    }

    private static List<Finding> check(String yaml, DatasetProfile data) {
        return SchemaValidation.check(schema(yaml), SchemaObservation.of(data));
    }

    private static List<String> statuses(String yaml, DatasetProfile data) {
        return told(check(yaml, data));
    }

    private static List<String> statuses(String yaml, DatasetProfile data, DatasetProfile previous) {
        return statuses(schema(yaml), data, Optional.of(previous), Optional.empty());
    }

    private static List<String> statuses(String yaml, DatasetProfile data, String environment) {
        return told(SchemaValidation.check(
                schema(yaml),
                new SchemaObservation(data, Optional.empty(), Optional.empty(), Optional.of(environment))));
    }

    private static List<String> statuses(
            TableSchema schema,
            DatasetProfile data,
            Optional<DatasetProfile> previous,
            Optional<DatasetProfile> reference) {
        return told(SchemaValidation.check(schema, new SchemaObservation(data, previous, reference, Optional.empty())));
    }

    private static List<String> told(List<Finding> findings) {
        return findings.stream()
                .map(finding -> finding.key().substring("schema/".length()) + " " + finding.status())
                .toList();
    }
}
