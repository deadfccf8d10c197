package io.lakewarden.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.lakewarden.jobs.config.MonitorConfig;
import io.lakewarden.jobs.config.ReferenceConfig;
import io.lakewarden.jobs.config.SourceFormat;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

/** {@code lakewarden init} and the command that it says to type next. */
class InitCommandTest extends InitCommandFixture {
    InitCommandTest(SparkSession session) {
        super(session);
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
}
