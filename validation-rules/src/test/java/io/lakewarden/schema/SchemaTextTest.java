package io.lakewarden.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.lakewarden.schema.constraint.ComparatorConstraint;
import io.lakewarden.schema.constraint.ComparatorConstraint.Other;
import io.lakewarden.schema.constraint.ConstraintKind;
import io.lakewarden.schema.constraint.ConstraintKinds;
import io.lakewarden.schema.constraint.DistinctConstraint;
import io.lakewarden.schema.constraint.DomainConstraint;
import io.lakewarden.schema.constraint.FormatConstraint;
import io.lakewarden.schema.constraint.InfinityConstraint;
import io.lakewarden.schema.constraint.LengthConstraint;
import io.lakewarden.schema.constraint.NanConstraint;
import io.lakewarden.schema.constraint.PresenceConstraint;
import io.lakewarden.schema.constraint.RangeConstraint;
import io.lakewarden.schema.constraint.TextFormat;
import io.lakewarden.schema.constraint.TimeRangeConstraint;
import io.lakewarden.schema.constraint.TypeConstraint;
import io.lakewarden.schema.constraint.UniqueConstraint;
import io.lakewarden.schema.constraint.ValencyConstraint;
import io.lakewarden.schema.constraint.WholeBounds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written is read to the same, whatever the data are called and hold. */
class SchemaTextTest {
    /** One constraint of each kind; the test below holds it to that. */
    static final TableSchema EVERYTHING = new TableSchema(
            new RowsExpectation(WholeBounds.of(10, 2_000), OptionalDouble.of(0.5), OptionalDouble.of(2)),
            Severity.FAIL,
            List.of("training", "serving"),
            List.of(
                    new ColumnSchema(
                            "amount",
                            true,
                            List.of(),
                            List.of("serving"),
                            Severity.WARN,
                            List.of(
                                    TypeConstraint.of("decimal(10,2)"),
                                    new PresenceConstraint(0.95, 3),
                                    new RangeConstraint(OptionalDouble.of(-1e-5), OptionalDouble.of(1e300)),
                                    new NanConstraint(false),
                                    new InfinityConstraint(false),
                                    new UniqueConstraint(true),
                                    new DistinctConstraint(WholeBounds.of(1, 7)),
                                    new ComparatorConstraint(Other.PREVIOUS, Map.of("js_distance", 0.1)),
                                    new ComparatorConstraint(Other.REFERENCE, Map.of("l_infinity_distance", 0.25)))),
                    new ColumnSchema(
                            "city",
                            false,
                            List.of("shadow"),
                            List.of(),
                            Severity.FAIL,
                            List.of(
                                    new TypeConstraint(List.of("string", "binary")),
                                    new DomainConstraint(List.of("Bern", "Genève", "no", "1", ""), 0.99),
                                    new LengthConstraint(new WholeBounds(OptionalLong.empty(), OptionalLong.of(9))),
                                    new FormatConstraint(TextFormat.CURRENCY))),
                    ColumnSchema.of("tags", List.of(new ValencyConstraint(WholeBounds.of(0, 3)))),
                    ColumnSchema.of(
                            "at",
                            List.of(new TimeRangeConstraint(
                                    Optional.of(Instant.parse("2026-01-01T00:00:00Z")),
                                    Optional.of(Instant.parse("2026-01-01T06:00:00.5Z"))))),
                    ColumnSchema.of("free", List.of())));

    @Test
    void everyKindIsWrittenAndReadToTheSame() {
        TreeSet<String> keys = new TreeSet<>();
        EVERYTHING.columns().forEach(column -> column.constraints().forEach(it -> keys.add(it.key())));
        assertThat(keys)
                .containsExactlyInAnyOrderElementsOf(
                        ConstraintKinds.all().stream().map(ConstraintKind::key).toList());

        assertThat(Tables.schema(SchemaText.of(EVERYTHING, SchemaComments.NONE)))
                .isEqualTo(EVERYTHING);
    }

    @Test
    void theFormOfTheFileStays() throws IOException {
        assertThat(SchemaText.of(EVERYTHING, SchemaComments.NONE)).isEqualTo(golden("everything.yaml"));
    }

    static String golden(String name) throws IOException {
        return Files.readString(Path.of("src/test/resources/io/lakewarden/schema", name));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a.b",
                "`a.b`",
                "a`b",
                "with space",
                " ",
                "null",
                "true",
                "no",
                "~",
                "select",
                "Größe",
                "🚲",
                "a: b",
                "# no comment",
                "- item",
                "[x]",
                "{x}",
                "\"quoted\"",
                "it's",
                "a\nb",
                "a\tb",
                "\u0000",
                "\u2028",
                "<<",
                "*a",
                "&a",
                "!tag",
                "%x",
                "@x",
                "1",
                "1.0",
                "1e3",
                "0x1F",
                "2026-01-01",
                "${env:HOME}",
                "${x}",
                "=1+1",
                "<script>",
                "\\",
                "\uFEFF",
                "\uD83D",
                "y",
                "a\r\nb"
            })
    void namesAndValuesStayWhatTheyAre(String text) {
        // A surrogate without its partner is no Unicode; profiles never hold one.
        String possible = text.replaceAll("[\\uD800-\\uDFFF]", "\uFFFD").equals("\uFFFD") ? "\uFFFD" : text;
        TableSchema schema = TableSchema.of(List.of(ColumnSchema.of(
                possible, List.of(DomainConstraint.of(List.of(possible, "x")), TypeConstraint.of("string")))));
        SchemaComments comments = new SchemaComments(
                List.of("about " + possible),
                Optional.of(possible),
                Map.of(possible, List.of("note " + possible)),
                Map.of(possible, Map.of("domain", "seen " + possible, "type", possible)));

        assertThat(Tables.schema(SchemaText.of(schema, comments))).isEqualTo(schema);
    }

    @Test
    void manyColumnsAreReadAndWritten() {
        List<ColumnSchema> columns = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            columns.add(ColumnSchema.of(
                    "column" + i,
                    List.of(TypeConstraint.of("int"), RangeConstraint.of(0, i), new PresenceConstraint(1, 1))));
        }
        TableSchema wide = TableSchema.of(columns);

        assertThat(Tables.schema(SchemaText.of(wide, SchemaComments.NONE))).isEqualTo(wide);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "rows: {}                                | the schema lacks 'columns'",
                "columns: [a]                            | columns is a list; expected columns by name",
                "columns: {a: {typ: int}}                | unknown key 'typ' in columns.a; did you mean 'type'?",
                "columns: {a: {}, a: {}}                 | duplicate key 'a' in columns",
                "columns: {a: {type: []}}                | columns.a.type is an empty list",
                "columns: {a: {presence: {min_fraction: 2}}} | is '2'; expected a share from 0 to 1",
                "columns: {a: {presence: {min_count: -1}}} | expected a whole number of at least 0",
                "columns: {a: {range: {min: 2, max: 1}}} | has min 2 and max 1",
                "columns: {a: {range: {min: low}}}       | is 'low'; expected a finite number",
                "columns: {a: {range: [1, 2]}}           | is a list; expected min, max or both",
                "columns: {a: {length: {min: 2, max: 1}}} | has min 2 and max 1",
                "columns: {a: {time_range: {min: soon}}} | 'soon' is neither a date such as 2026-01-31",
                "columns: {a: {unique: yes}}             | is 'yes'; expected true or false",
                "columns: {a: {format: mail}}            | is 'mail'; expected one of uuid, email",
                "columns: {a: {severity: allow}}         | expected warn or fail",
                "columns: {a: {not_in: [serving]}}       | which is not among the environments of the file",
                "columns: {a: {domain: {min_mass: 1}}}   | lacks 'values'",
                "columns: {a: {drift: {}}}               | names no statistic",
                "columns: {a: {skew: {psi: 1}}}          | names no statistic; there are population_stability_index",
                "{columns: {a: {}}, row: {}}             | unknown key 'row'; did you mean 'rows'?",
                "{columns: {a: {}}, rows: {min: 3, max: 2}} | rows has min 3 and max 2"
            })
    void whatIsWrongIsToldWithItsPlace(String yaml, String problem) {
        assertThat(Tables.problems(yaml)).singleElement().satisfies(told -> assertThat(told)
                .matches("(?s)schema.yaml:1:\\d+: .*")
                .contains(problem));
    }

    @Test
    void allProblemsAreToldAtOnce() {
        assertThat(
                        Tables.problems(
                                """
                        columns:
                          a:
                            range: {min: x}
                          b:
                            uniqe: true
                        """))
                .containsExactly(
                        "schema.yaml:3:18: columns.a.range.min is 'x'; expected a finite number",
                        "schema.yaml:5:5: unknown key 'uniqe' in columns.b; did you mean 'unique'?");
    }

    @Test
    void theDocumentationTellsEveryKindWithWhatItReadsAndWhenItIsBroken() throws IOException {
        String text = Files.readString(Path.of("../docs/schema.md"));

        assertThat(ConstraintKinds.all()).allSatisfy(kind -> assertThat(text)
                .contains("| `" + kind.key() + "` | " + kind.reads() + " | " + kind.condition() + " |"));
    }
}
