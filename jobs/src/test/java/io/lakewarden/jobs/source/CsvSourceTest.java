package io.lakewarden.jobs.source;

import static io.lakewarden.jobs.source.Sources.counting;
import static io.lakewarden.jobs.source.Sources.csv;
import static io.lakewarden.jobs.source.Sources.nulls;
import static io.lakewarden.jobs.source.Sources.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.github.mrpowers.spark.fast.tests.DatasetComparer;
import io.lakewarden.jobs.config.BadRows;
import io.lakewarden.jobs.config.CsvOptions;
import io.lakewarden.jobs.config.SourceConfig;
import io.lakewarden.jobs.config.UserException;
import io.lakewarden.result.Finding;
import io.lakewarden.result.Status;
import io.lakewarden.spark.JobRecorder;
import io.lakewarden.spark.SparkExtension;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(SparkExtension.class)
class CsvSourceTest implements DatasetComparer {
    private final SparkSession session;

    @TempDir
    private Path folder;

    CsvSourceTest(SparkSession session) {
        this.session = session;
    }

    @Test
    void aHeaderWithoutRowsIsATableWithoutRows() {
        ResolvedSource source = read(csv(write(folder, "a.csv", "id,day\n")));

        assertThat(source.schema().fieldNames()).containsExactly("id", "day");
        assertThat(source.data().count()).isZero();
    }

    @Test
    void readsTypesNullsAndQuotes() {
        Path file = write(
                folder,
                "a.csv",
                """
                id,day,at,price,ok,note
                1,2012-02-29,2012-02-29 09:05:00,1.50,true,"say ""hi"", \\ you"
                2,NA, ?,,NA,NA
                3,2012-03-01,2012-03-01T00:00:00Z,"",false,""
                """);
        SourceConfig source = csv(
                nulls("NA", "?"),
                file,
                "id",
                "int",
                "day",
                "date",
                "at",
                "timestamp",
                "price",
                "decimal(10,2)",
                "ok",
                "boolean",
                "note",
                "string");
        Dataset<Row> expected = session.sql(
                """
                SELECT * FROM VALUES
                (1, DATE'2012-02-29', TIMESTAMP'2012-02-29 09:05:00', CAST(1.50 AS DECIMAL(10,2)), true, 'say "hi", \\\\ you'),
                (2, NULL, NULL, NULL, NULL, NULL),
                (3, DATE'2012-03-01', TIMESTAMP'2012-03-01 00:00:00', NULL, false, NULL)
                AS t(id, day, at, price, ok, note)""");
        assertSmallDatasetEquality(read(source).data(), expected, true, false, true);
    }

    @Test
    void infersOnlyWhatHasNoType() throws Exception {
        Path file = write(
                folder,
                "a.csv",
                "i,d,day,at,text,code\n1,1.5,2012-01-01,2012-01-01 10:00:00,x,007\nNA,2,2012-01-02,NA,y,008\n");
        assertThat(read(csv(nulls("NA"), file, "code", "string")).schema().toDDL())
                .isEqualTo("i INT,d DOUBLE,day DATE,at TIMESTAMP,text STRING,code STRING");
        List<Integer> inferring =
                jobs(csv(file, "i", "string", "d", "double", "day", "date", "at", "string", "text", "string"));
        List<Integer> typed = jobs(csv(
                file, "i", "string", "d", "double", "day", "date", "at", "string", "text", "string", "code", "string"));
        assertThat(inferring).hasSizeGreaterThan(typed.size());
    }

    private List<Integer> jobs(SourceConfig source) throws Exception {
        return JobRecorder.stagesOfJobs(session, () -> read(source));
    }

    @Test
    void stopsAtARowThatDoesNotFitItsTypes() {
        Path file = write(folder, "a.csv", "id,temp\n1,20.5\n2,warm\n3,\n");
        assertThatExceptionOfType(UserException.class)
                .isThrownBy(() -> read(csv(file, "id", "int", "temp", "double")))
                .withMessageContaining("1 row cannot be read.")
                .withMessageContaining("a.csv: 'temp' is 'warm', expected double, in the line 2,warm\n")
                .withMessageContaining("source.options.bad_rows");
    }

    @ParameterizedTest
    @CsvSource({"int, 1.5", "int, 3000000000", "date, 2012-13-01", "timestamp, noon", "boolean, maybe", "tinyint, 200"})
    void acceptsNoValueThatItWouldHaveToBend(String type, String text) {
        Path file = write(folder, "a.csv", "x\n" + text + "\n");
        assertThatExceptionOfType(UserException.class)
                .isThrownBy(() -> read(csv(file, "x", type)))
                .withMessageContaining("'x' is '" + text + "', expected " + type);
    }

    @Test
    void stopsAtALineWithTooFewOrTooManyColumns() {
        Path file = write(folder, "a.csv", "id,temp\n1,20.5\n2\n3,4,5\n");
        assertThatExceptionOfType(UserException.class)
                .isThrownBy(() -> read(csv(file, "id", "int", "temp", "double")))
                .withMessageContaining("2 rows cannot be read.")
                .withMessageContaining("expected 2 columns, in the line 2");
    }

    @Test
    void countsBadRowsAndLeavesThemOut() {
        Path file = write(folder, "a.csv", "id,temp\n1,20.5\n2,warm\n3\n4,5,6\n5,\n");
        ResolvedSource source = read(csv(counting(), file, "id", "int", "temp", "double"));
        assertThat(source.data().collectAsList())
                .extracting(row -> row.getInt(0))
                .containsExactly(1, 5);
        assertThat(source.data().select("temp").count()).isEqualTo(2);
        assertThat(source.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.key()).isEqualTo("source/:table/bad_rows");
            assertThat(finding.status()).isEqualTo(Status.WARN);
            assertThat(finding.observed()).isEqualTo("3 rows");
        });
    }

    @Test
    void passesWhereNothingIsBad() {
        Path file = write(folder, "a.csv", "id\n1\n");
        assertThat(read(csv(counting(), file, "id", "int")).findings())
                .extracting(Finding::status)
                .containsExactly(Status.PASS);
    }

    @Test
    void readsOtherSeparatorsAndEncodings() throws IOException {
        Path file = folder.resolve("latin.csv");
        Files.write(file, "größe;note\n1,5;é\n".getBytes(StandardCharsets.ISO_8859_1));
        CsvOptions options =
                new CsvOptions(true, ";", List.of(), StandardCharsets.ISO_8859_1, BadRows.FAIL, false, false);
        ResolvedSource source = read(csv(options, file, "größe", "string", "note", "string"));
        assertThat(source.schema().fieldNames()).containsExactly("größe", "note");
        assertThat(source.data().first().getString(1)).isEqualTo("é");
    }

    @Test
    void countsRowsInAnotherEncoding() throws IOException {
        Path file = folder.resolve("latin.csv");
        Files.write(file, "id,note\n1,é\n2,e\n3,ü\n".getBytes(StandardCharsets.ISO_8859_1));

        ResolvedSource source = read(csv(file, "id", "int", "note", "string"));

        assertThat(source.data().count()).isEqualTo(3);
        assertThat(source.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.key()).isEqualTo("source/:table/encoding");
            assertThat(finding.status()).isEqualTo(Status.WARN);
            assertThat(finding.sentence()).startsWith("2 rows of ").contains("no UTF-8", "source.options.encoding");
        });
    }

    @Test
    void readsFilesWithoutHeader() {
        CsvOptions options = new CsvOptions(false, ",", List.of(), StandardCharsets.UTF_8, BadRows.FAIL, false, false);
        Path file = write(folder, "a.csv", "1,x\n2,y\n");
        assertThat(read(csv(options, file, "id", "int", "name", "string"))
                        .schema()
                        .toDDL())
                .isEqualTo("id INT,name STRING");
        assertThat(read(csv(options, file)).schema().toDDL()).isEqualTo("_c0 INT,_c1 STRING");
        assertThatExceptionOfType(UserException.class)
                .isThrownBy(() -> read(csv(options, file, "id", "int")))
                .withMessageStartingWith("source.types: 1 columns are named, but the first line of");
    }

    @Test
    void countsRowsOfTextsAmongBrokenLines() {
        Path file = write(folder, "a.csv", "name,town\nx,y\nbroken\n,\n");

        ResolvedSource source = read(csv(counting(), file, "name", "string", "town", "string"));

        assertThat(source.data().count()).isEqualTo(2);
        assertThat(source.data().select("name").collectAsList()).hasSize(2);
        assertThat(source.data().select("town").collectAsList()).hasSize(2);
        assertThat(source.findings().get(0).observed()).isEqualTo("1 row");
    }

    @Test
    void readsDecimalCommas() {
        CsvOptions comma = new CsvOptions(true, ";", List.of("-"), StandardCharsets.UTF_8, BadRows.FAIL, true, false);
        Path file = write(
                folder,
                "a.csv",
                """
                i;price;exact;big;day;version
                1;1,5;0,25;1.234.567,5;2012-01-01;1.5
                2; -2 ;-1,10;12;2012-01-02;1.10
                3;-;;,5;2012-01-03;2.0
                4;NaN;7;1e3;2012-01-04;3.1
                """);
        ResolvedSource source = read(csv(comma, file, "exact", "decimal(10,2)", "price", "double"));

        assertThat(source.schema().toDDL())
                .isEqualTo("i INT,price DOUBLE,exact DECIMAL(10,2),big DOUBLE,day DATE,version STRING");
        assertThat(source.data().collectAsList())
                .extracting(Row::toString)
                .containsExactly(
                        "[1,1.5,0.25,1234567.5,2012-01-01,1.5]",
                        "[2,-2.0,-1.10,12.0,2012-01-02,1.10]",
                        "[3,null,null,0.5,2012-01-03,2.0]",
                        "[4,NaN,7.00,1000.0,2012-01-04,3.1]");
    }

    @ParameterizedTest
    @CsvSource({"1.5", "0.123", "'1.2345,6'", "12.34.567", "'1,2,3'", "1.234.5"})
    void aPointInTheWrongPlaceIsNoNumber(String text) {
        CsvOptions comma = new CsvOptions(true, ";", List.of(), StandardCharsets.UTF_8, BadRows.FAIL, true, false);
        Path file = write(folder, "a.csv", "x\n2,5\n" + text + "\n");

        assertThatExceptionOfType(UserException.class)
                .isThrownBy(() -> read(csv(comma, file, "x", "double")))
                .withMessageContaining("'x' is '" + text + "', expected double with a decimal comma");
    }

    @Test
    void readsValuesOfSeveralLines() {
        CsvOptions multiline = new CsvOptions(true, ",", List.of(), StandardCharsets.UTF_8, BadRows.COUNT, false, true);
        Path file = write(
                folder,
                "a.csv",
                "id,\"no\nte\"\n1,\"first\n\nsecond, \"\"quoted\"\"\"\n2,plain\nx,\"bad\nid\"\n3,\"\n\"\n");
        ResolvedSource source = read(csv(multiline, file, "id", "int", "no\nte", "string"));

        assertThat(source.data().collectAsList())
                .extracting(Row::toString)
                .containsExactly("[1,first\n\nsecond, \"quoted\"]", "[2,plain]", "[3,\n]");
        assertThat(source.findings()).singleElement().satisfies(finding -> assertThat(finding.sentence())
                .startsWith("1 row of ")
                .contains("'id' is 'x', expected int, in the line x,bad id")
                .hasLineCount(1));
        assertThatExceptionOfType(UserException.class)
                .isThrownBy(() -> read(csv(file, "id", "int")))
                .withMessageContaining("rows cannot be read.");
    }

    @Test
    void infersASingleColumnThatLacksValues() {
        Path file = write(folder, "a.csv", "id,x\n1,2.5\n2,\n3,NA\n");

        assertThat(read(csv(nulls("NA"), file, "id", "int")).schema().toDDL()).isEqualTo("id INT,x DOUBLE");
    }

    @Test
    void keepsHostileColumnNames() {
        Path file = write(folder, "a.csv", "\uFEFFa.b,`,x y,😀,<script>,,\"q\"\"uote\"\n1,2,3,4,5,6,7\n");
        ResolvedSource source = read(csv(file, "a.b", "int"));
        assertThat(source.schema().fieldNames()).containsExactly("a.b", "`", "x y", "😀", "<script>", "_c5", "q\"uote");
        assertThat(source.data().first().getInt(6)).isEqualTo(7);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"a,b,a | names 'a' twice", "Temp,b,temp | names 'Temp' and 'temp'"})
    void refusesADuplicateHeader(String header, String message) {
        Path file = write(folder, "a.csv", header + "\n1,2,3\n");
        assertThatExceptionOfType(UserException.class)
                .isThrownBy(() -> read(csv(file)))
                .withMessageContaining(message);
    }

    @Test
    void refusesFilesWithDifferentHeaders() {
        write(folder, "a.csv", "id,temp\n1,2\n3,4\n");
        write(folder, "b.csv", "temp,id\n1,2\n");
        assertThatExceptionOfType(UserException.class)
                .isThrownBy(() -> read(csv(folder, "id", "int", "temp", "int")))
                .withMessageStartingWith("source: the files have different headers.")
                .withMessageContaining("b.csv");
    }

    @Test
    void namesTheNearestColumn() {
        Path file = write(folder, "a.csv", "humidity,temperature\n1,2\n");
        assertThatExceptionOfType(UserException.class)
                .isThrownBy(() -> read(csv(file, "temprature", "int")))
                .withMessageStartingWith("source.types: there is no column 'temprature' in ")
                .withMessageEndingWith("; did you mean 'temperature'?");
    }

    @Test
    void refusesTypesThatAreNone() {
        Path file = write(folder, "a.csv", "x\n1\n");
        assertThatExceptionOfType(UserException.class)
                .isThrownBy(() -> read(csv(file, "x", "number of things")))
                .withMessageStartingWith("source.types: 'number of things' of column 'x' is no Spark SQL type");
    }

    @Test
    void refusesAnEmptyFile() {
        Path file = write(folder, "a.csv", "");
        assertThatExceptionOfType(UserException.class)
                .isThrownBy(() -> read(csv(file)))
                .withMessageStartingWith("source: there is not one line in ");
    }

    @Test
    void tellsSnapshotsApart() {
        Path file = write(folder, "a.csv", "x\n1\n");
        String before = read(csv(file, "x", "int")).snapshot();
        assertThat(read(csv(file, "x", "int")).snapshot()).isEqualTo(before);
        write(folder, "a.csv", "x\n10\n");
        assertThat(read(csv(file, "x", "int")).snapshot()).isNotEqualTo(before).startsWith("files:");
    }

    @Test
    void readsOnlyTheFilesOfItsSnapshot() {
        write(folder, "a.csv", "x\n1\n");
        ResolvedSource source = read(csv(folder, "x", "int"));
        write(folder, "b.csv", "x\n2\n");
        assertThat(source.data().count()).isEqualTo(1);
    }

    @Test
    void readsAThousandColumns() {
        List<String> names = new ArrayList<>();
        List<String> types = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            names.add("c" + i);
            types.add("c" + i);
            types.add("double");
        }
        String row = "1.5" + ",1.5".repeat(999);
        Path file = write(folder, "a.csv", String.join(",", names) + "\n" + row + "\n");
        assertThat(read(csv(counting(), file, types.toArray(String[]::new)))
                        .data()
                        .count())
                .isEqualTo(1);
    }

    private ResolvedSource read(SourceConfig source) {
        return new SourceReader(session).read(source, Optional.empty());
    }
}
