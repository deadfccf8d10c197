package io.lakewarden.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.lakewarden.jobs.config.BadRows;
import io.lakewarden.jobs.config.MonitorConfig;
import io.lakewarden.jobs.config.ReferenceConfig;
import io.lakewarden.jobs.config.SourceFormat;
import io.lakewarden.result.Window;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code lakewarden init} on text files as people have them, and the command that it says to type next. */
class InitTextFilesTest extends InitCommandFixture {
    InitTextFilesTest(SparkSession session) {
        super(session);
    }

    @Test
    void aFileOfAnOfficeInEurope() throws IOException {
        write(
                "messung.csv",
                Charset.forName("windows-1252"),
                "Größe;\"Ort; genau\";at;wert;note\n",
                600,
                i -> "%d;\"caf\u00e9 \u201e%d\u201c\";%s;%s;%s\n"
                        .formatted(
                                1000 + i * 7 % 500,
                                i % 3,
                                at(i, 6).format(DateTimeFormatter.ofPattern("dd.MM.yyyy HH.mm")),
                                i % 10 == 0 ? "-200" : Double.toString(i % 37 / 2.0),
                                i % 5 == 0 ? "unknown" : "text" + i % 4));

        MonitorConfig monitor = init("messung.csv");

        assertThat(monitor.monitor()).isEqualTo("messung");
        assertThat(monitor.source().format()).isEqualTo(SourceFormat.CSV);
        assertThat(monitor.source().options().separator()).isEqualTo(";");
        assertThat(monitor.source().options().encoding()).isEqualTo(Charset.forName("windows-1252"));
        assertThat(monitor.source().types())
                .containsExactly(
                        Map.entry("Größe", "int"),
                        Map.entry("Ort; genau", "string"),
                        Map.entry("at", "string"),
                        Map.entry("wert", "double"),
                        Map.entry("note", "string"));
        assertThat(monitor.source().nullValues())
                .containsOnly(Map.entry("wert", List.of("-200")), Map.entry("note", List.of("unknown")));
        assertThat(monitor.time().orElseThrow().pattern()).contains("d.M.yyyy H.mm");
        assertThat(commands.out())
                .contains("separated by semicolon, a header, windows-1252, for the bytes are no UTF-8")
                .contains("the day comes first")
                .contains("'note': 'unknown' in 120 rows");
        assertRuns(0);
    }

    @Test
    void aSeriesFromAnotherProgram() throws IOException {
        write(
                "series.txt",
                StandardCharsets.UTF_8,
                "\uFEFFid\tday\tcode\tscore\tlabel\n",
                900,
                i -> "%d\t%s\t%d\t0.%03d\t%d\n".formatted(i + 1, at(i, 4).toLocalDate(), i % 4, i % 97, i % 2));

        MonitorConfig monitor = init("series.txt");

        assertThat(monitor.source().options().separator()).isEqualTo("\t");
        assertThat(monitor.source().options().encoding()).isEqualTo(StandardCharsets.UTF_8);
        assertThat(monitor.source().types()).containsEntry("id", "int").containsEntry("day", "date");
        assertThat(monitor.time().orElseThrow().column()).isEqualTo("day");
        assertThat(monitor.windows()).hasToString("Optional[P1M]");
        assertThat(((ReferenceConfig.Pinned) monitor.reference()).window())
                .isEqualTo(Window.parse("2026-01-01/2026-03-01"));
        assertThat(monitor.columns().ids()).containsExactly("id");
        assertThat(monitor.columns().categorical()).containsExactly("code", "label");
        assertThat(monitor.columns().label()).contains("label");
        assertThat(monitor.columns().predictions()).containsExactly("score");
        assertThat(commands.out()).contains("UTF-8 with a byte order mark");
        assertRuns(0);
    }

    @Test
    void decimalCommasAndAClockOfItsOwn() throws IOException {
        write("air.csv", StandardCharsets.UTF_8, "Date;Time;CO(GT);count;code\n", 900, i -> "%s;%d.00.00;%s;%s;%03d\n"
                .formatted(
                        at(i, 4).format(DateTimeFormatter.ofPattern("d/MM/yyyy")),
                        i % 24,
                        i % 9 == 0 ? "-200,0" : i % 37 + "," + i % 10,
                        i % 50 == 0 ? "1.234" : Integer.toString(i % 60),
                        i % 7));

        MonitorConfig monitor = init("air.csv");

        assertThat(monitor.source().options().decimalComma()).isTrue();
        assertThat(monitor.source().types())
                .containsEntry("CO(GT)", "double")
                .containsEntry("count", "int")
                .containsEntry("code", "string");
        assertThat(monitor.source().nullValues()).containsOnly(Map.entry("CO(GT)", List.of("-200.0")));
        assertThat(monitor.time().orElseThrow().column()).isEqualTo("Date");
        assertThat(monitor.time().orElseThrow().clock()).contains("Time");
        assertThat(monitor.time().orElseThrow().pattern()).contains("d/M/yyyy H.mm.ss");
        assertThat(commands.out())
                .contains("separated by semicolon, a header, UTF-8, decimal commas")
                .contains("'Time' holds the time of day, written H.mm.ss: both are read as one time");
        assertThat(assertRuns(0)).doesNotContain("no time");
    }

    @Test
    void commasAndPointsInOneFileStayTexts() throws IOException {
        write("mixed.csv", StandardCharsets.UTF_8, "day;here;there\n", 900, i -> "%s;%d,5;%d.25\n"
                .formatted(at(i, 4).toLocalDate(), i % 50, i % 40));

        MonitorConfig monitor = init("mixed.csv");

        assertThat(monitor.source().options().decimalComma()).isFalse();
        assertThat(monitor.source().types()).containsEntry("here", "string").containsEntry("there", "double");
        assertThat(commands.out()).contains("'here': its numbers have a decimal comma, unlike those of other columns");
    }

    @Test
    void valuesOverSeveralLines() throws IOException {
        write(
                "notes.csv",
                StandardCharsets.UTF_8,
                "day,note,amount\n",
                900,
                i -> "%s,\"line %d\nand, \"\"%d\"\"\",%d.5\n".formatted(at(i, 4).toLocalDate(), i % 3, i % 2, i % 50));

        MonitorConfig monitor = init("notes.csv");

        assertThat(monitor.source().options().multiline()).isTrue();
        assertThat(monitor.source().options().badRows()).isEqualTo(BadRows.FAIL);
        assertThat(monitor.source().types()).containsKeys("day", "note", "amount");
        assertThat(commands.out()).contains("values in quotes over several lines; 900 rows of 3 columns");
        assertRuns(0);
    }

    @ParameterizedTest
    @CsvSource({"1, epoch_seconds, seconds", "1000, epoch_millis, milliseconds"})
    void countsSince1970(long unit, String pattern, String word) throws IOException {
        write("events.csv", StandardCharsets.UTF_8, "updated_at,created_at,amount\n", 900, i -> "%d,%d,%d.5\n"
                .formatted((1767225600L + i * 14_400L + 60) * unit, (1767225600L + i * 14_400L) * unit, i % 50));

        MonitorConfig monitor = init("events.csv");

        assertThat(monitor.time().orElseThrow().column()).isEqualTo("created_at");
        assertThat(monitor.time().orElseThrow().pattern()).contains(pattern);
        assertThat(monitor.columns().ignore()).containsExactly("updated_at");
        assertThat(commands.out()).contains("numbers that count " + word + " since 1970");
        assertThat(assertRuns(0)).doesNotContain("no time");
    }

    @Test
    void aFileWithoutAHeader() throws IOException {
        write("plain.csv", StandardCharsets.UTF_8, "", 400, i -> "%s,%d.5,%s\n"
                .formatted(at(i, 12).toLocalDate(), i % 40, i % 2 == 0 ? "web" : "shop"));

        MonitorConfig monitor = init("plain.csv");

        assertThat(monitor.source().options().header()).isFalse();
        assertThat(monitor.source().types()).containsOnlyKeys("_c0", "_c1", "_c2");
        assertThat(monitor.time().orElseThrow().column()).isEqualTo("_c0");
        assertRuns(0);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "M/d/yyyy H:mm | 160 | M/d/yyyy H:mm | the month comes first, for",
                "d/M/yyyy | 160 | d/M/yyyy | the day comes first, for",
                "dd-MMM-yyyy | 160 | d-MMM-yyyy | written d-MMM-yyyy",
                "yyyyMMdd | 160 | yyyyMMdd | written yyyyMMdd",
                "d/M/yyyy | 12 | d/M/yyyy | AMBIGUOUS: every value can be read with the day or the month first; taken with the day first",
                "M/d/yyyy | 12 | M/d/yyyy | AMBIGUOUS: every value can be read with the day or the month first; taken with the month first"
            })
    void theOrderOfDayAndMonthIsToldByAllValues(String written, int days, String pattern, String why)
            throws IOException {
        DateTimeFormatter format = DateTimeFormatter.ofPattern(written, Locale.ENGLISH);
        write(
                "dates.csv",
                StandardCharsets.UTF_8,
                "event_date,amount\n",
                1_200,
                // The first days of months where days would tell the order, all days where they should.
                i -> format.format(
                                days == 160
                                        ? at(i, 3)
                                        : START.plusMonths(i / 100).plusDays(i % 100 / 9)) + "," + i % 50 + ".25\n");

        MonitorConfig monitor = init("dates.csv");

        assertThat(monitor.time().orElseThrow().pattern()).contains(pattern);
        assertThat(commands.out()).contains(why);
    }

    @Test
    void datesInTwoForms() throws IOException {
        write(
                "mixed.csv",
                StandardCharsets.UTF_8,
                "day,amount\n",
                900,
                i -> at(i, 4).format(DateTimeFormatter.ofPattern(i % 3 == 0 ? "yyyy-MM-dd" : "dd/MM/yyyy")) + ","
                        + i % 50 + ".5\n");

        MonitorConfig monitor = init("mixed.csv");

        assertThat(monitor.time().orElseThrow().pattern()).contains("[d/M/yyyy][yyyy-M-d]");
        assertThat(assertRuns(0)).doesNotContain("no time");
    }

    @Test
    void jsonLinesWithATimeInside() throws IOException {
        write(
                "events.jsonl",
                StandardCharsets.UTF_8,
                "surely not\n",
                600,
                i -> "{\"event\": {\"at\": \"%sZ\", \"a.b\": %d}, \"who\": \"u%d\", \"reading\": %s}\n"
                        .formatted(at(i, 6), i % 30, i % 5, i % 10 == 0 ? "-999" : Integer.toString(i % 41)));

        MonitorConfig monitor = init("events.jsonl");

        assertThat(monitor.source().format()).isEqualTo(SourceFormat.JSON);
        assertThat(monitor.source().options().badRows()).isEqualTo(BadRows.COUNT);
        assertThat(monitor.source().nullValues()).containsOnly(Map.entry("reading", List.of("-999")));
        assertThat(monitor.time().orElseThrow().column()).isEqualTo("event.at");
        assertThat(commands.out()).contains("? bad rows");
        assertThat(assertRuns(0)).contains("1 row of ", "surely not");
    }

    @Test
    void aLineThatDoesNotFitIsCounted() throws IOException {
        write("bad.csv", StandardCharsets.UTF_8, "day,amount\n2026-01-01,1,2\n", 900, i -> "%s,%d.5\n"
                .formatted(at(i, 4).toLocalDate(), i % 50));

        MonitorConfig monitor = init("bad.csv");

        assertThat(monitor.source().options().badRows()).isEqualTo(BadRows.COUNT);
        assertThat(commands.out())
                .contains("1 line of those looked at does not have 2 columns, such as '2026-01-01,1,2'");
        assertThat(assertRuns(0)).contains("1 row of ");
    }
}
