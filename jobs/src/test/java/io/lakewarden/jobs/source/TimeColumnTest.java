package io.lakewarden.jobs.source;

import static io.lakewarden.jobs.source.Sources.csv;
import static io.lakewarden.jobs.source.Sources.stored;
import static io.lakewarden.jobs.source.Sources.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.lakewarden.jobs.config.SourceConfig;
import io.lakewarden.jobs.config.SourceFormat;
import io.lakewarden.jobs.config.TimeConfig;
import io.lakewarden.jobs.config.UserException;
import io.lakewarden.result.Window;
import io.lakewarden.spark.SparkExtension;
import io.lakewarden.spark.profile.ResolvedColumn;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(SparkExtension.class)
class TimeColumnTest {
    private final SparkSession session;

    @TempDir
    private Path folder;

    TimeColumnTest(SparkSession session) {
        this.session = session;
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "null",
            value = {
                "M/d/yyyy H:mm, 1/2/2012 9:05, 2012-01-02T09:05:00Z",
                "M/d/yyyy H:mm, 11/12/2012 19:05, 2012-11-12T19:05:00Z",
                "MM/dd/yyyy HH:mm, 1/2/2012 9:05, null",
                "dd/MM/yyyy, 31/01/2012, 2012-01-31T00:00:00Z",
                "dd/MM/yyyy, 31/02/2012, null",
                "d-MMM-yyyy, 5-JAN-2012, 2012-01-05T00:00:00Z",
                "yyyy-MM-dd HH, 2012-01-05 07, 2012-01-05T07:00:00Z",
                "yyyyMMddHHmmss, 20120105070809, 2012-01-05T07:08:09Z",
                "uuuu-MM-dd'T'HH:mm:ssXXX, 2012-01-05T07:00:00+02:00, 2012-01-05T05:00:00Z",
                "yyyy-MM-dd hh:mm a, 2012-01-05 07:30 pm, 2012-01-05T19:30:00Z",
                "yyyy-MM-dd, ' 2012-01-05 ', 2012-01-05T00:00:00Z",
                "yyyy-MM-dd, noon, null",
                "yyyy-MM-dd, null, null"
            })
    void readsTextInUtc(String pattern, String text, Instant expected) {
        assertThat(new TimeText(pattern).call(text)).isEqualTo(expected);
    }

    @Test
    void refusesAPatternThatIsNone() {
        assertThatIllegalArgumentException().isThrownBy(() -> new TimeText("yyyy-bb"));
    }

    @Test
    void readsTextTimesInPlace() {
        Path file = write(folder, "a.csv", "x,at\n1,1/2/2012 9:05\n2,\n3,soon\n");
        ResolvedSource source = read(csv(file), "at", "M/d/yyyy H:mm");
        assertThat(source.schema().toDDL()).isEqualTo("x INT,at TIMESTAMP");
        assertThat(source.timeColumn()).contains("at");
        assertThat(source.data().selectExpr("string(at)").collectAsList())
                .extracting(row -> row.getString(0))
                .containsExactly("2012-01-02 09:05:00", null, null);
    }

    @Test
    void readsTextTimesInsideStructs() {
        Path file = parquet("SELECT named_struct('a.b', named_struct('at', '2/1/2012', 'z', 1)) AS e, 2 AS x");
        ResolvedSource source = read(stored(SourceFormat.PARQUET, file), "e.`a.b`.at", "d/M/yyyy");
        assertThat(source.data()
                        .selectExpr("string(e.`a.b`.at)", "e.`a.b`.z", "x")
                        .first()
                        .mkString(" "))
                .isEqualTo("2012-01-02 00:00:00 1 2");
    }

    @Test
    void stopsWhereThePatternFitsNothing() {
        Path file = write(folder, "a.csv", "at\n2012-01-01\n");
        assertThatExceptionOfType(UserException.class)
                .isThrownBy(() -> read(csv(file), "at", "d/M/yyyy"))
                .withMessage("time.pattern: 'd/M/yyyy' fits none of the first 1 texts in 'at', such as '2012-01-01'");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "null",
            delimiter = '|',
            value = {
                "when | null | time.column: there is no column 'when'; there are 'day', 'text', 'n', 'big', 'share'",
                "dya | null | time.column: there is no column 'dya'; did you mean 'day'?",
                "text | null | time.column: 'text' is text; say how it is written in time.pattern",
                "n | null | time.column: 'n' is int, but a date, timestamp or text with time.pattern is needed; numbers of",
                "n | yyyy-MM-dd | time.pattern: 'yyyy-MM-dd' fits none of the first 1 texts in 'n', such as '1'",
                "big | epoch_seconds | time.pattern: 'epoch_seconds' makes times after the year 9999 of the values in 'big'",
                "share | yyyy | time.column: 'share' is double, but a date",
                "text | epoch_hours | time.pattern: 'epoch_hours' is no date pattern",
                "day | epoch_seconds | time.pattern: 'day' is a date already",
                "day | yyyy | time.pattern: 'day' is a date already; leave the pattern out",
                "text | bbb | time.pattern: 'bbb' is no date pattern",
                "`day | null | time.column: '`day' is no column path"
            })
    void saysWhatIsWrongWithATimeColumn(String column, String pattern, String message) {
        Path file =
                parquet("SELECT DATE'2012-01-01' AS day, '2012' AS text, 1 AS n, 1330000000000 AS big, 0.5D AS share");
        assertThatExceptionOfType(UserException.class)
                .isThrownBy(() -> read(stored(SourceFormat.PARQUET, file), column, pattern))
                .withMessageStartingWith(message);
    }

    @ParameterizedTest
    @CsvSource({
        "epoch_seconds, BIGINT(s), 2012-02-23 12:26:40",
        "epoch_seconds, INT(s), 2012-02-23 12:26:40",
        "epoch_seconds, s + 0.25D, 2012-02-23 12:26:40.25",
        "epoch_seconds, STRING(s), 2012-02-23 12:26:40",
        "epoch_millis, s * 1000 + 7, 2012-02-23 12:26:40.007",
        "epoch_millis, STRING(s * 1000), 2012-02-23 12:26:40"
    })
    void readsCountsSince1970(String pattern, String expression, String expected) {
        Path file = parquet("SELECT " + expression + " AS t FROM VALUES (1330000000L) AS v(s)");

        assertThat(read(stored(SourceFormat.PARQUET, file), "t", pattern)
                        .data()
                        .selectExpr("string(t)")
                        .first()
                        .getString(0))
                .isEqualTo(expected);
    }

    @Test
    void aCountThatIsNoneIsNoTime() {
        Path file = write(folder, "a.csv", "x,t\n1,1330000000\n2,soon\n3,\n4,9223372036854775807\n5,NaN\n");

        assertThat(read(csv(file), "t", "epoch_seconds")
                        .data()
                        .selectExpr("string(t)")
                        .collectAsList())
                .extracting(row -> row.getString(0))
                .containsExactly("2012-02-23 12:26:40", null, null, null, null);
    }

    @Test
    void readsWholeNumbersThatAreWrittenAsDates() {
        Path file = parquet("SELECT 20120229 AS t");

        assertThat(read(stored(SourceFormat.PARQUET, file), "t", "yyyyMMdd")
                        .data()
                        .selectExpr("string(t)")
                        .first()
                        .getString(0))
                .isEqualTo("2012-02-29 00:00:00");
    }

    @Test
    void readsAClockInAColumnOfItsOwn() {
        Path file = write(folder, "a.csv", "x,day,clock,hr\n1,1/04/2004,18.00.30,7\n2,10/04/2004,,8\n3,,9.00.00,9\n");

        ResolvedSource texts = read(csv(file), "day", "clock", "d/M/yyyy H.mm.ss");
        ResolvedSource hours = read(csv(file, "hr", "int"), "day", "hr", "d/M/yyyy H");

        assertThat(texts.schema().toDDL()).isEqualTo("x INT,day TIMESTAMP,clock STRING,hr INT");
        assertThat(texts.data().selectExpr("string(day)").collectAsList())
                .extracting(row -> row.getString(0))
                .containsExactly("2004-04-01 18:00:30", null, null);
        assertThat(hours.schema().toDDL()).isEqualTo("x INT,day TIMESTAMP,clock STRING,hr INT");
        assertThat(hours.data().selectExpr("string(day)").collectAsList())
                .extracting(row -> row.getString(0))
                .containsExactly("2004-04-01 07:00:00", "2004-04-10 08:00:00", null);
    }

    @Test
    void aDateAndAClockAreReadInIso() {
        Path file = parquet("SELECT DATE'2012-02-29' AS day, '9:05' AS clock, 0.5D AS share");

        assertThat(read(stored(SourceFormat.PARQUET, file), "day", "clock", "yyyy-MM-dd H:mm")
                        .data()
                        .selectExpr("string(day)")
                        .first()
                        .getString(0))
                .isEqualTo("2012-02-29 09:05:00");
        assertThatExceptionOfType(UserException.class)
                .isThrownBy(() -> read(stored(SourceFormat.PARQUET, file), "day", "clck", "yyyy-MM-dd H:mm"))
                .withMessage("time.clock: there is no column 'clck'; did you mean 'clock'?");
        assertThatExceptionOfType(UserException.class)
                .isThrownBy(() -> read(stored(SourceFormat.PARQUET, file), "day", "share", "yyyy-MM-dd H:mm"))
                .withMessage("time.clock: 'share' is double, but a text or whole number is needed");
        assertThatExceptionOfType(UserException.class)
                .isThrownBy(() -> read(stored(SourceFormat.PARQUET, file), "day", "clock", "yyyy-MM-dd H.mm"))
                .withMessage(
                        "time.pattern: 'yyyy-MM-dd H.mm' fits none of the first 1 texts in 'day' and 'clock', such as"
                                + " '2012-02-29 9:05'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"DATE(at)", "at", "CAST(at AS TIMESTAMP_NTZ)"})
    void keepsTheRowsOfAWindowAndThoseWithoutTime(String expression) {
        Path file = parquet(
                "SELECT x, " + expression
                        + """
                 AS at FROM VALUES (1, TIMESTAMP'2011-12-31 23:59:59'), (2, TIMESTAMP'2012-01-01 00:00:00'),
                (3, TIMESTAMP'2012-01-31 23:59:59'), (4, TIMESTAMP'2012-02-01 00:00:00'), (5, NULL) AS t(x, at)""");
        ResolvedSource source = read(stored(SourceFormat.PARQUET, file), "at", null);
        assertThat(source.within(Window.parse("2012-01-01/2012-02-01")).collectAsList())
                .extracting(row -> row.<Integer>getAs("x"))
                .containsExactlyInAnyOrder(2, 3, 5);
    }

    @Test
    void skipsPartitionsOutsideAWindow() {
        Path path = folder.resolve("days");
        session.sql("SELECT id, date_add(DATE'2012-01-01', int(id)) AS day FROM range(60)")
                .write()
                .partitionBy("day")
                .format("delta")
                .save(path.toString());
        ResolvedSource source = read(stored(SourceFormat.DELTA, path), "day", null);
        var within = source.within(Window.parse("2012-02-01/2012-02-08"));
        assertThat(within.count()).isEqualTo(7);
        assertThat(within.queryExecution().executedPlan().toString())
                .contains("PartitionFilters: [")
                .contains("day#");
        assertThat(within.inputFiles()).hasSizeLessThan(source.data().inputFiles().length);
    }

    @Test
    void hidesNothingOfTheRowBesideItsTime() {
        Path file = parquet("SELECT '2012-01-01' AS `a.b`, 1 AS `at`");
        ResolvedSource source = read(stored(SourceFormat.PARQUET, file), "`a.b`", "yyyy-MM-dd");
        Row row = source.data().first();
        assertThat(row.getInt(1)).isEqualTo(1);
        assertThat(ResolvedColumn.find(source.data(), "`a.b`")
                        .orElseThrow()
                        .type()
                        .simpleString())
                .isEqualTo("timestamp");
    }

    private ResolvedSource read(SourceConfig source, String column, String pattern) {
        return new SourceReader(session)
                .read(source, Optional.of(new TimeConfig(column, Optional.ofNullable(pattern))));
    }

    private ResolvedSource read(SourceConfig source, String column, String clock, String pattern) {
        return new SourceReader(session)
                .read(source, Optional.of(new TimeConfig(column, Optional.of(clock), Optional.of(pattern))));
    }

    private Path parquet(String query) {
        Path path = folder.resolve("p");
        session.sql(query).write().parquet(path.toString());
        return path;
    }
}
