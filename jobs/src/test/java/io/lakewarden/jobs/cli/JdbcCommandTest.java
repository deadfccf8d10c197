package io.lakewarden.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.lakewarden.jobs.source.H2Database;
import io.lakewarden.jobs.source.UtcProcess;
import io.lakewarden.spark.SparkExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Commands over a database: what they print, and how they end. */
@ExtendWith({UtcProcess.class, SparkExtension.class})
class JdbcCommandTest {
    private final RealCommands commands = new RealCommands();
    private H2Database database;

    @TempDir
    private Path folder;

    /** The session makes sure that the shared one is what the commands find. */
    @BeforeEach
    void fill(SparkSession session) throws SQLException {
        assertThat(session.conf().get("spark.sql.session.timeZone")).isEqualTo("UTC");
        database = H2Database.named("command");
        database.execute(
                "CREATE TABLE measured (at TIMESTAMP, temperature DOUBLE PRECISION, label INT)",
                "INSERT INTO measured SELECT DATEADD(HOUR, x, TIMESTAMP '2026-01-01 00:00:00'), MOD(x * 37, 101) / 10.0,"
                        + " MOD(x, 2) FROM SYSTEM_RANGE(0, 24 * 120 - 1)");
    }

    @AfterEach
    void close() throws SQLException {
        database.close();
    }

    @Test
    void aDatabaseThatIsNotThereIsWorthARetryAndAWrongNameIsNot() throws IOException {
        assertThat(run(database.url(), "measured")).as(commands.err()).isZero();
        assertThat(run(database.url(), "measurd")).isEqualTo(2);
        assertThat(commands.err())
                .startsWith(
                        "lakewarden: source: jdbc:h2:mem:command cannot describe table measurd: Table \"MEASURD\" not found")
                .hasLineCount(1);
        assertThat(run("jdbc:h2:tcp://127.0.0.1:1/x", "measured")).isEqualTo(1);
        assertThat(commands.err())
                .startsWith(
                        "lakewarden: unexpected error: jdbc:h2:tcp://127.0.0.1:1/x could not be asked to describe table"
                                + " measured: ConnectException: ")
                .doesNotContain("hunter2");
    }

    @Test
    void aFirstMonitorOfATable() throws IOException {
        Path file = folder.resolve("first.yaml");
        List<String> init = List.of(
                "init",
                database.url(),
                "--table",
                "measured",
                "--user",
                H2Database.USER,
                "--password-variable",
                "PW",
                "--output",
                file.toString());

        assertThat(commands.run(Map.of("PW", H2Database.PASSWORD), init))
                .as(commands.err())
                .isZero();

        assertThat(commands.out())
                .contains(
                        "jdbc (table measured), 2,880 rows of 3 columns looked at",
                        "time         'AT'",
                        "label        'LABEL'");
        assertThat(file)
                .content()
                .contains(
                        "url: \"jdbc:h2:mem:command\"",
                        "table: measured",
                        "password: \"${env:PW}\"",
                        "monitor: measured")
                .doesNotContain("hunter2", "path:");
        List<String> next = commands.next();
        assertThat(commands.run(Map.of("PW", H2Database.PASSWORD), next))
                .as(commands.err())
                .isZero();
        assertThat(commands.out()).contains(": PASS, ");
    }

    @Test
    void whatAFirstMonitorOfATableNeeds() {
        assertRefused("--table: say which table of the database to read", database.url());
        assertRefused(
                "--table, --user, --password-variable and --driver are for data at a jdbc: URL",
                "x.csv",
                "--user",
                "me");
        assertRefused(
                "the environment variable 'PW' is not set",
                database.url(),
                "--table",
                "t",
                "--password-variable",
                "PW");
        assertRefused("the URL holds a password", "jdbc:postgresql://h/d?password=hunter2", "--table", "t");
    }

    private void assertRefused(String why, String... arguments) {
        List<String> words = new ArrayList<>(List.of("init"));
        words.addAll(List.of(arguments));
        words.addAll(List.of("--output", folder.resolve("first.yaml").toString()));
        assertThat(commands.run(words)).isEqualTo(2);
        assertThat(commands.err()).contains(why).doesNotContain("hunter2");
    }

    private int run(String url, String table) throws IOException {
        Path file = folder.resolve("monitor.yaml");
        Files.writeString(
                file,
                """
                monitor: measured
                source: {format: jdbc, url: "%s", table: %s, user: %s, password: "${env:PASSWORD}"}
                time: {column: AT}
                windows: P1M
                reference: {pinned: 2026-01-01/2026-02-01}
                """
                        .formatted(url, table, H2Database.USER));
        return commands.run(
                Map.of("PASSWORD", H2Database.PASSWORD),
                List.of("run", "-c", file.toString(), "--window", "2026-02-01/2026-03-01"));
    }
}
