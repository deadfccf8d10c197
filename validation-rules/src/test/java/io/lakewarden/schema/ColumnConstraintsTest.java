package io.lakewarden.schema;

import static io.lakewarden.schema.SchemaChecks.assertStatus;
import static io.lakewarden.schema.SchemaChecks.check;
import static io.lakewarden.schema.Tables.table;
import static org.assertj.core.api.Assertions.assertThat;

import io.lakewarden.profile.DatasetProfile;
import io.lakewarden.result.Status;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every constraint on one column, on both sides of its limit, and where the profile cannot tell. */
class ColumnConstraintsTest {
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
}
