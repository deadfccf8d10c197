package io.lakewarden.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.lakewarden.jobs.config.SchemaFile;
import io.lakewarden.schema.TableSchema;
import io.lakewarden.spark.SparkExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** From data to a schema file, from there to findings, and to the files of other tools and back. */
@ExtendWith(SparkExtension.class)
class SchemaCommandsTest {
    private final RealCommands commands = new RealCommands();

    @TempDir
    private Path folder;

    private Path monitor;
    private Path schema;

    /** Eight days; on the last one a channel is new, a price below zero and a column gone to another type. */
    @BeforeEach
    void writeData(SparkSession session) throws IOException {
        StringBuilder csv = new StringBuilder("day,id,channel,price,\"odd `name`.x\"\n");
        for (int day = 1; day <= 8; day++) {
            for (int row = 0; row < 200; row++) {
                boolean broken = day == 8 && row < 20;
                csv.append("2026-01-0")
                        .append(day)
                        .append(',')
                        .append(day * 1_000 + row)
                        .append(',');
                csv.append(broken ? "fax" : List.of("web", "app", "branch").get(row % 3))
                        .append(',');
                csv.append(broken ? -50.5 : row + 0.25).append(",same\n");
            }
        }
        Files.writeString(folder.resolve("orders.csv"), csv);
        schema = folder.resolve("schema.yaml");
        monitor = writeMonitor("");
    }

    private Path writeMonitor(String more) throws IOException {
        return Files.writeString(
                folder.resolve("monitor.yaml"),
                """
                monitor: orders
                source: {format: csv, path: orders.csv}
                time: {column: day}
                windows: P1D
                reference: {pinned: 2026-01-01/2026-01-07}
                columns: {id: id}
                store: store
                """
                        + more);
    }

    @Test
    void whatIsLearnedFromTheReferenceJudgesTheWindows() throws IOException {
        assertThat(run("infer-schema", "-c", monitor.toString(), "--output", schema.toString()))
                .as(commands.err())
                .isZero();
        assertThat(commands.out())
                .contains("Wrote " + schema + " from 1,200 rows in 6 folds of time: 5 columns, ")
                .contains("schema: " + schema);
        assertThat(Files.readString(schema))
                .contains(
                        "Learned on 4 of them, checked on 2 later folds",
                        "at 95 % at most",
                        "- web",
                        "no range: each fold of time lies above");
        TableSchema learned = SchemaFile.load(schema);
        assertThat(learned.columns())
                .extracting(column -> column.name())
                .containsExactly("day", "id", "channel", "price", "`odd ``name``.x`");

        writeMonitor("schema: schema.yaml\n");
        assertThat(run("config", "check", "-c", monitor.toString())).isZero();
        assertThat(run("run", "-c", monitor.toString(), "--window", "2026-01-07/2026-01-08", "--format", "json"))
                .as(commands.out() + commands.err())
                .isZero();
        assertThat(findings()).contains("schema/:table/schema PASS");

        assertThat(run("run", "-c", monitor.toString(), "--window", "2026-01-08/2026-01-09", "--format", "json"))
                .as(commands.out() + commands.err())
                .isEqualTo(3);
        assertThat(findings()).contains("schema/channel/domain FAIL", "schema/price/range FAIL");
    }

    @Test
    void storedWindowsAreNotReadAgain() throws IOException {
        assertThat(run("profile", "-c", monitor.toString(), "--window", "2026-01-01/2026-01-07"))
                .as(commands.err())
                .isZero();
        assertThat(run("infer-schema", "-c", monitor.toString(), "--output", schema.toString()))
                .as(commands.err())
                .isZero();
        String fromStore = Files.readString(schema);
        Path other = folder.resolve("scanned.yaml");
        assertThat(run(
                        "infer-schema",
                        "-c",
                        monitor.toString(),
                        "--output",
                        other.toString(),
                        "--store",
                        folder.resolve("empty").toString()))
                .as(commands.err())
                .isZero();

        assertThat(fromStore).isEqualTo(Files.readString(other));
    }

    @Test
    void anUpdateIsShownBeforeItIsWritten() throws IOException {
        run("infer-schema", "-c", monitor.toString(), "--output", schema.toString());
        String written = Files.readString(schema).replace("- web", "- web  # the shop");
        Files.writeString(schema, written);
        List<String> update = List.of(
                "infer-schema",
                "-c",
                monitor.toString(),
                "--output",
                schema.toString(),
                "--window",
                "2026-01-05/2026-01-09",
                "--update");

        assertThat(commands.run(update)).as(commands.err()).isZero();
        assertThat(commands.out())
                .contains("--- " + schema, "+      - fax", "Nothing was written. Approve these changes to");
        assertThat(Files.readString(schema)).isEqualTo(written);

        List<String> approved = new ArrayList<>(update);
        approved.add("--yes");
        assertThat(commands.run(approved)).isZero();
        assertThat(Files.readString(schema)).contains("- web  # the shop\n", "      - fax\n");
        assertThat(commands.run(update)).isZero();
        assertThat(commands.out()).contains("accepts the data already, nothing to change");
    }

    @Test
    void aTableWithoutTimeIsDividedByItsRows() throws IOException {
        Path timeless = Files.writeString(
                folder.resolve("timeless.yaml"),
                """
                monitor: timeless
                source: {format: csv, path: orders.csv, types: {day: string}}
                reference: {where: "day < '2026-01-07'"}
                store: store
                schema: schema.yaml
                """);

        assertThat(run("infer-schema", "-c", timeless.toString(), "--folds", "5", "--format", "json"))
                .as(commands.err())
                .isZero();
        JsonNode told = new ObjectMapper().readTree(commands.out());
        assertThat(told.at("/learned_from").asText()).isEqualTo("1,200 rows in 5 folds of rows");
        assertThat(told.at("/written").asBoolean()).isTrue();
        assertThat(Files.readString(schema)).contains("rows: {min: 600}  # seen 1,200 rows", "other fold");
    }

    @Test
    void whatCannotBeDoneIsToldInOneLine() throws IOException {
        Files.writeString(schema, "columns: {a: {typ: int}}\n");
        writeMonitor("schema: schema.yaml\n");

        assertThat(run("infer-schema", "-c", monitor.toString())).isEqualTo(2);
        assertThat(commands.err()).contains("is there already; bring it up to date with --update");
        assertThat(run("config", "check", "-c", monitor.toString())).isEqualTo(2);
        assertThat(commands.err()).contains("schema.yaml:1:15: unknown key 'typ' in columns.a; did you mean 'type'?");
        assertThat(run("run", "-c", monitor.toString(), "--window", "2026-01-07/2026-01-08"))
                .isEqualTo(2);
        assertThat(commands.err()).contains("schema.yaml:1:15: unknown key 'typ'");

        Files.writeString(schema, "columns: {a: {type: int}}\n");
        writeMonitor("schema: schema.yaml\nschema_environment: serving\n");
        assertThat(run("config", "check", "-c", monitor.toString())).isEqualTo(2);
        assertThat(commands.err()).contains("schema_environment is 'serving'", "knows no environments");
        assertThat(run("infer-schema", "-c", monitor.toString(), "--yes")).isEqualTo(2);
        assertThat(commands.err()).contains("--yes is for --update");
        assertThat(run("infer-schema", "-c", monitor.toString(), "--force", "--window", "2030-01-01/2030-01-09"))
                .isEqualTo(2);
        assertThat(commands.err()).contains("there are no rows to learn a schema from");
    }

    @Test
    void schemasGoToOtherToolsAndBack() throws IOException {
        Files.writeString(
                schema,
                "columns: {a: {type: int, presence: {min_fraction: 1}}, b: {type: string, length: {max: 3}}}\n");
        Path exported = folder.resolve("schema.pbtxt");
        Path imported = folder.resolve("back.yaml");

        assertThat(run("schema", "export", schema.toString(), "--output", exported.toString()))
                .isZero();
        assertThat(commands.err()).contains("not taken over: 'b' length: TFDV knows no lengths of texts");
        assertThat(run("schema", "import", "--from", "tfdv", exported.toString(), "--output", imported.toString()))
                .isZero();
        assertThat(SchemaFile.load(imported).column("a").orElseThrow().constraint("presence"))
                .isPresent();
        assertThat(run("schema", "import", "--from", "tfdv", exported.toString(), "--output", imported.toString()))
                .isEqualTo(2);
        assertThat(commands.err()).contains("is there already; replace it with --force");
        Files.writeString(exported, "feature { name: ");
        assertThat(run("schema", "import", "--from", "tfdv", exported.toString(), "--output", imported.toString()))
                .isEqualTo(2);
        assertThat(commands.err()).contains("schema.pbtxt:1:17: the text ends where a value of 'name' is expected");
    }

    private List<String> findings() throws IOException {
        List<String> findings = new ArrayList<>();
        new ObjectMapper()
                .readTree(commands.out())
                .at("/windows/0/findings")
                .forEach(finding -> findings.add(finding.path("key").asText() + " "
                        + finding.path("status").asText()));
        return findings;
    }

    private int run(String... arguments) {
        return commands.run(List.of(arguments));
    }
}
