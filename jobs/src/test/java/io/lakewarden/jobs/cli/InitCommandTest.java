package io.lakewarden.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.lakewarden.jobs.config.BadRows;
import io.lakewarden.jobs.config.MonitorConfig;
import io.lakewarden.jobs.config.MonitorLoader;
import io.lakewarden.jobs.config.ReferenceConfig;
import io.lakewarden.jobs.config.SourceFormat;
import io.lakewarden.result.Window;
import io.lakewarden.spark.SparkExtension;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code lakewarden init} on files as people have them, and the command that it says to type next. */
@ExtendWith(SparkExtension.class)
class InitCommandTest {
    private static final LocalDateTime START = LocalDateTime.parse("2026-01-01T00:00:00");

    private final SparkSession session;
    private final RealCommands commands = new RealCommands();

    private List<String> next = List.of();

    @TempDir
    private Path folder;

    InitCommandTest(SparkSession session) {
        this.session = session;
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
    void aTableThatCountsFrom1970() throws IOException {
        session.range(3_000)
                .selectExpr("1767225600 + id * 3600 AS ts", "CAST(id % 50 AS DOUBLE) AS distance")
                .write()
                .parquet(folder.resolve("trips").toString());

        MonitorConfig monitor = init("trips");

        assertThat(monitor.time().orElseThrow().pattern()).contains("epoch_seconds");
        assertRuns(0);
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
    void aTableThatKnowsItsTrainingRows() throws IOException {
        session.range(2_000)
                .selectExpr(
                        "id AS customer_id",
                        "IF(id % 7 = 0, '?', concat('job', id % 5)) AS job",
                        "CAST(id % 60 AS DOUBLE) AS age",
                        "IF(pmod(xxhash64(id), 2) = 0, 'train', 'serving') AS split",
                        "CAST(id % 3 AS INT) AS `class`",
                        "IF(id % 4 < 2, 'f', 'm') AS sex")
                .write()
                .parquet(folder.resolve("scored").toString());

        MonitorConfig monitor = init("scored");

        assertThat(monitor.source().format()).isEqualTo(SourceFormat.PARQUET);
        assertThat(monitor.source().nullValues()).containsOnly(Map.entry("job", List.of("?")));
        assertThat(monitor.time()).isEmpty();
        assertThat(((ReferenceConfig.Rows) monitor.reference()).selection().where())
                .contains("`split` = 'train'");
        assertThat(monitor.current().where()).contains("`split` <> 'train'");
        assertThat(monitor.columns().ignore()).containsExactly("split");
        assertThat(monitor.columns().ids()).containsExactly("customer_id");
        assertThat(monitor.columns().label()).contains("class");
        assertThat(monitor.columns().protectedAttributes()).containsExactly("sex");
        assertThat(next).contains("--as-of", "2026-07-01");
        assertRuns(0);
    }

    @Test
    void aDeltaTableWithTimestamps() throws IOException {
        session.range(3_000)
                .selectExpr(
                        "timestamp_seconds(1767225600 + id * 3600) AS started_at",
                        "timestamp_seconds(1767225600 + id * 3600 + 60) AS ended_at",
                        "CAST(id % 50 AS DOUBLE) AS distance",
                        "year(timestamp_seconds(1767225600 + id * 3600)) * 12 + month(timestamp_seconds(1767225600 + id * 3600)) AS period")
                .write()
                .format("delta")
                .save(folder.resolve("trips").toString());

        MonitorConfig monitor = init("trips", "--timestamp", "started_at");

        assertThat(monitor.source().format()).isEqualTo(SourceFormat.DELTA);
        assertThat(monitor.time().orElseThrow().column()).isEqualTo("started_at");
        assertThat(monitor.columns().ignore()).containsExactly("period");
        assertThat(commands.out()).contains("'period': only ever rises with time");
        assertRuns(0);
    }

    @Test
    void aRandomHalfIsHeldAgainstTheOtherWhereNothingElseIsKnown() throws IOException {
        Random random = new Random(1);
        write("people.csv", StandardCharsets.UTF_8, "age,height,town\n", 2_000, i -> "%d,%d.%d,town%d\n"
                .formatted(20 + random.nextInt(50), 150 + random.nextInt(40), random.nextInt(10), random.nextInt(6)));

        MonitorConfig monitor = init("people.csv");

        assertThat(monitor.current().where())
                .hasValueSatisfying(it -> assertThat(it).endsWith(", 2) = 1"));
        assertThat(commands.out()).contains("? reference    nothing tells training data from others");
        assertThat(assertRuns(0)).contains(": PASS, ");
    }

    @Test
    void filesThatAreNamedForTraining() throws IOException {
        Files.createDirectory(folder.resolve("set"));
        for (String name : List.of("train.csv", "test.csv")) {
            write("set/" + name, StandardCharsets.UTF_8, "a,b\n", 500, i -> "%d.5,%s\n"
                    .formatted(i * 7 % 40, i % 3 == 0 ? "x" : "y"));
        }

        MonitorConfig monitor = init("set");

        assertThat(monitor.source().paths())
                .containsExactly(folder.resolve("set/test.csv").toString());
        assertThat(((ReferenceConfig.Rows) monitor.reference()).selection().paths())
                .containsExactly(folder.resolve("set/train.csv").toString());
        assertThat(assertRuns(0)).contains(" 500 rows");
    }

    @Test
    void namesAndValuesMayHoldAnything() throws IOException {
        String header = "\"a.b\",`,\"x: [y]\",#c,${env:HOME},<b>,😀,\"say \"\"hi\"\"\",null,- z,\u0130I,=1+1\n";
        write("hostile.csv", StandardCharsets.UTF_8, header, 900, i -> "%d,%d,%s,%s,%s,%s,%s,%s,%s,%s,%s,%s\n"
                .formatted(
                        i % 3,
                        i % 4,
                        at(i, 4).toLocalDate(),
                        i % 5 == 0 ? "?" : "#" + i % 4,
                        "'" + i % 3,
                        i % 2 == 0 ? "<script>" : "a: b",
                        "😀" + i % 3,
                        "\"=1+\"\"" + i % 3 + "\"",
                        "null",
                        i % 2 == 0 ? "None" : "{{x}}",
                        "\u2028" + i % 2,
                        i % 7));

        MonitorConfig monitor = init("hostile.csv");

        assertThat(monitor.source().types())
                .containsOnlyKeys(
                        "a.b",
                        "`",
                        "x: [y]",
                        "#c",
                        "${env:HOME}",
                        "<b>",
                        "😀",
                        "say \"hi\"",
                        "null",
                        "- z",
                        "\u0130I",
                        "=1+1");
        assertThat(monitor.columns().categorical()).containsExactly("`a.b`", "````", "=1+1");
        assertThat(monitor.time().orElseThrow().column()).isEqualTo("x: [y]");
        assertRuns(0);
    }

    @Test
    void halvesOfHostileColumnsAreWrittenAsSql() throws IOException {
        write("hostile.csv", StandardCharsets.UTF_8, "\"a.b\",`,\"x' y\",${env:HOME}\n", 900, i -> "%d,%d,%d.5,x\n"
                .formatted(i * 7 % 100, i % 4, i * 13 % 70));

        init("hostile.csv");

        assertThat(assertRuns(0)).contains(": PASS, ");
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

    @Test
    void theFileMayStandAmongTheData() throws IOException {
        write("a.csv", StandardCharsets.UTF_8, "day,amount\n", 900, i -> "%s,%d.5\n"
                .formatted(at(i, 4).toLocalDate(), i % 50));

        MonitorConfig monitor = init(".");

        assertThat(monitor.source().paths())
                .containsExactly(folder.resolve("a.csv").toString());
        assertRuns(0);
    }

    @Test
    void refusesWhatItCannotUse() throws IOException {
        Path monitor = Files.writeString(folder.resolve("monitor.yaml"), "mine");
        write("a.csv", StandardCharsets.UTF_8, "day,amount,y\n", 90, i -> "2026-01-0%d,%d,%d\n"
                .formatted(i % 9 + 1, i % 50, i % 2));
        assertRefused("is there already; write another one with --output FILE, or replace it with --force", "a.csv");
        assertThat(monitor).hasContent("mine");
        Files.delete(monitor);

        assertRefused("there is no file or folder at", "missing.csv");
        assertRefused("--label: there is no column 'amuont'; did you mean 'amount'?", "a.csv", "--label", "amuont");
        assertRefused(
                "--prediction: column 'y' has another role already", "a.csv", "--label", "y", "--prediction", "y");
        assertRefused(
                "--timestamp: column 'y' holds no dates or times that are understood, such as '0'; there are times in 'day'",
                "a.csv",
                "--timestamp",
                "y");
        assertRefused("names 'a' twice", Files.writeString(folder.resolve("twice.csv"), "a,b,a\n1,2,3\n"));
        assertRefused("there is not one row", Files.writeString(folder.resolve("header.csv"), "a,b\n"));
        assertRefused("no file with data", Files.createDirectory(folder.resolve("empty")));
        assertRefused(
                "is written in UTF-16",
                Files.writeString(folder.resolve("wide.csv"), "\uFEFFa,b\n1,2\n", StandardCharsets.UTF_16LE));
        assertRefused("holds zero bytes", Files.write(folder.resolve("binary.dat"), new byte[] {1, 0, 2}));
        assertRefused(
                "has 1 columns, but most lines do not",
                Files.writeString(folder.resolve("above.csv"), "A table\na,b\n1,2\n3,4\n"));
        Files.createDirectory(folder.resolve("two"));
        Files.writeString(folder.resolve("two/a.csv"), "a,b\n1,2\n");
        assertRefused(
                "the files have different columns",
                Files.writeString(folder.resolve("two/b.csv"), "a,c\n1,2\n").getParent());
        assertThat(monitor).doesNotExist();
    }

    private void assertRefused(String why, Path data) {
        assertRefused(why, folder.relativize(data).toString());
    }

    private void assertRefused(String why, String... arguments) {
        assertThat(commands.run(arguments(arguments))).as(commands.err()).isEqualTo(2);
        assertThat(commands.err()).contains(why);
        assertThat(commands.out()).isEmpty();
    }

    private MonitorConfig init(String... arguments) {
        assertThat(commands.run(arguments(arguments))).as(commands.err()).isZero();
        assertThat(commands.err()).isEmpty();
        next = commands.next();
        return MonitorLoader.load(folder.resolve("monitor.yaml"), Map.of());
    }

    private List<String> arguments(String... arguments) {
        List<String> all = new ArrayList<>(
                List.of("init", folder.resolve(arguments[0]).normalize().toString()));
        all.addAll(List.of(arguments).subList(1, arguments.length));
        all.addAll(List.of("--output", folder.resolve("monitor.yaml").toString()));
        return all;
    }

    /** Runs what was said to be typed next, as it was said, and gives what it printed. */
    private String assertRuns(int exitCode) {
        assertThat(next).startsWith("run", "-c");
        assertThat(commands.run(next)).as(commands.err() + commands.out()).isEqualTo(exitCode);
        assertThat(commands.out()).contains("report: ");
        String told = commands.out();
        assertThat(commands.run(List.of("config", "check", "-c", next.get(2)))).isZero();
        return told;
    }

    private void write(String name, Charset encoding, String header, int rows, IntFunction<String> row)
            throws IOException {
        StringBuilder text = new StringBuilder(header);
        IntStream.range(0, rows).mapToObj(row).forEach(text::append);
        Files.writeString(folder.resolve(name), text, encoding);
    }

    private static LocalDateTime at(int row, int hours) {
        return START.plusHours((long) row * hours);
    }
}
