package io.lakewarden.jobs.source;

import static io.lakewarden.jobs.source.Sources.json;
import static io.lakewarden.jobs.source.Sources.nullValues;
import static io.lakewarden.jobs.source.Sources.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.lakewarden.jobs.config.BadRows;
import io.lakewarden.jobs.config.SourceConfig;
import io.lakewarden.jobs.config.TimeConfig;
import io.lakewarden.jobs.config.UserException;
import io.lakewarden.result.Status;
import io.lakewarden.spark.SparkExtension;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(SparkExtension.class)
class JsonSourceTest {
    private final SparkSession session;

    @TempDir
    private Path folder;

    JsonSourceTest(SparkSession session) {
        this.session = session;
    }

    @Test
    void theColumnsAreTheFieldsOfAllObjects() {
        Path file = write(
                folder,
                "a.jsonl",
                """
                \uFEFF{"id": 1, "a.b": "x", "at": {"day": "2026-01-01"}}

                {"id": 2.5, "`": null, "😀": true}\r
                """);

        ResolvedSource source = read(json(BadRows.FAIL, file));

        assertThat(source.schema().fieldNames()).containsExactly("`", "a.b", "at", "id", "😀");
        assertThat(source.schema().apply("id").dataType()).isEqualTo(DataTypes.DoubleType);
        assertThat(source.data().count()).isEqualTo(2);
        assertThat(source.data().select("at.day").first().getString(0)).isEqualTo("2026-01-01");
        assertThat(source.snapshot()).startsWith("files:");
    }

    @Test
    void configuredTypesAreReadStrictly() {
        Path file = write(folder, "a.jsonl", "{\"n\": \"7\", \"day\": \"2026-01-31\"}\n{\"n\": 8, \"day\": null}\n");

        ResolvedSource source = read(json(BadRows.FAIL, file, "n", "int", "day", "date"));

        assertThat(source.schema().toDDL()).isEqualTo("day DATE,n INT");
        assertThat(source.data().select("n").collectAsList())
                .extracting(row -> row.getInt(0))
                .containsExactly(7, 8);
        assertThatExceptionOfType(UserException.class)
                .isThrownBy(() -> read(json(BadRows.FAIL, write(folder, "b.jsonl", "{\"n\": 1.5}\n"), "n", "int")))
                .withMessageContaining("1 row cannot be read.")
                .withMessageContaining("b.jsonl: 'n' is '1.5', expected int, in the line {\"n\": 1.5}");
        assertThatExceptionOfType(UserException.class)
                .isThrownBy(() -> read(json(BadRows.FAIL, file, "dya", "date")))
                .withMessageContaining("source.types: there is no column 'dya'")
                .withMessageEndingWith("; did you mean 'day'?");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"id\": ",
                "[{\"id\": 2}]",
                "7",
                "{\"id\": 2} {",
                "{\"id\": 2} {\"id\": 3}",
                "{\"id\": 2}x}",
                "surely not",
                "\"text\""
            })
    void aLineThatIsNoObjectStopsOrIsCounted(String line) {
        Path file = write(folder, "a.jsonl", "{\"id\": 1}\n" + line + "\n{\"id\": 3}\n");

        assertThatExceptionOfType(UserException.class)
                .isThrownBy(() -> read(json(BadRows.FAIL, file)))
                .withMessageContaining("1 row cannot be read.")
                .withMessageContaining("expected a JSON object, in the line " + line.strip());
        ResolvedSource source = read(json(BadRows.COUNT, file));
        assertThat(source.data().collectAsList())
                .extracting(row -> row.getLong(0))
                .containsExactly(1L, 3L);
        assertThat(source.data().count()).isEqualTo(2);
        assertThat(source.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.key()).isEqualTo("source/:table/bad_rows");
            assertThat(finding.status()).isEqualTo(Status.WARN);
        });
    }

    @Test
    void bytesThatAreNoUtf8AreABadRow() throws IOException {
        Path file = folder.resolve("latin.jsonl");
        Files.write(file, "{\"a\": \"x\"}\n{\"a\": \"é\"}\n".getBytes(StandardCharsets.ISO_8859_1));

        assertThatExceptionOfType(UserException.class)
                .isThrownBy(() -> read(json(BadRows.FAIL, file)))
                .withMessageContaining("1 row cannot be read.");
    }

    @Test
    void aDocumentOverManyLinesIsRefused() {
        Path file = write(folder, "a.json", "[\n  1,\n  2\n]\n");

        assertThatExceptionOfType(UserException.class)
                .isThrownBy(() -> read(json(BadRows.COUNT, file)))
                .withMessageStartingWith("source: there is not one line with a JSON object in ")
                .withMessageContaining("expected one object on each line");
    }

    @Test
    void aTimeIsReadByItsPattern() {
        Path file = write(folder, "a.jsonl", "{\"at\": \"31/01/2026 9.05\"}\n{\"at\": \"2026-02-01\"}\n");

        ResolvedSource source = new SourceReader(session)
                .read(
                        json(BadRows.FAIL, file),
                        Optional.of(new TimeConfig("at", Optional.of("[d/M/yyyy H.mm][yyyy-M-d]"))));

        assertThat(source.data().selectExpr("CAST(at AS STRING)").collectAsList())
                .extracting(row -> row.getString(0))
                .containsExactly("2026-01-31 09:05:00", "2026-02-01 00:00:00");
    }

    @ParameterizedTest
    @CsvSource({"reading, -200", "reading, -200.0", "e.place, ?"})
    void aValueCanMeanNoValueInOneColumn(String column, String value) {
        Path file = write(
                folder,
                "a.jsonl",
                """
                {"reading": -200, "other": -200, "e": {"place": " ?", "n": 1}}
                {"reading": 1.5, "other": 2, "e": {"place": "x", "n": 2}}
                """);

        ResolvedSource source = read(nullValues(json(BadRows.FAIL, file), Map.of(column, List.of(value))));

        assertThat(source.data().where(column + " IS NULL").count()).isEqualTo(1);
        assertThat(source.data().where("other = -200 AND e.n = 1").count()).isEqualTo(1);
    }

    private ResolvedSource read(SourceConfig source) {
        return new SourceReader(session).read(source, Optional.empty());
    }
}
