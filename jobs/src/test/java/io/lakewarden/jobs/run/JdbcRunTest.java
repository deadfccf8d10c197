package io.lakewarden.jobs.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.lakewarden.jobs.config.MonitorConfig;
import io.lakewarden.jobs.config.MonitorLoader;
import io.lakewarden.jobs.config.UserException;
import io.lakewarden.jobs.source.H2Database;
import io.lakewarden.jobs.source.RowSample;
import io.lakewarden.jobs.source.UtcProcess;
import io.lakewarden.jobs.store.StoredRun;
import io.lakewarden.spark.SparkExtension;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The main job over a table of a database. */
@ExtendWith({UtcProcess.class, SparkExtension.class})
class JdbcRunTest {
    private static final String FEBRUARY = "2026-02-01/2026-03-01";

    @TempDir
    private Path folder;

    private final SparkSession session;
    private H2Database database;

    JdbcRunTest(SparkSession session) {
        this.session = session;
    }

    @BeforeEach
    void fill() throws SQLException {
        database = H2Database.named("run");
        database.execute(
                "CREATE TABLE measured (at TIMESTAMP, temperature DOUBLE PRECISION, room VARCHAR(9))",
                "INSERT INTO measured SELECT DATEADD(HOUR, x, TIMESTAMP '2026-01-01 00:00:00'), MOD(x * 37, 101) / 10.0,"
                        + " 'room' || MOD(x, 4) FROM SYSTEM_RANGE(0, 24 * 59 - 1)");
    }

    @AfterEach
    void close() throws SQLException {
        database.close();
    }

    @Test
    void aTableIsWatchedWithoutLeavingThePasswordAnywhere() throws IOException {
        RunOutcome outcome = table(H2Database.PASSWORD).run(FEBRUARY, ProfileOptions.NONE);

        WindowOutcome february = outcome.windows().get(0);
        assertThat(february.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(february.rows()).isEqualTo(28 * 24);
        assertThat(Path.of(february.report().orElseThrow()))
                .content()
                .contains("table measured at jdbc:h2:mem:run, which keeps no versions", "unversioned:");
        try (Stream<Path> files = Files.walk(folder)) {
            assertThat(files.filter(Files::isRegularFile).map(JdbcRunTest::bytes))
                    .isNotEmpty()
                    .noneMatch(text -> text.contains("hunter2"));
        }
    }

    @Test
    void aDatabaseIsReadInFullEachTimeAndSaysSo() throws IOException, SQLException {
        MonitoredTable table = table(H2Database.PASSWORD);
        table.run(FEBRUARY, ProfileOptions.NONE);
        database.execute("INSERT INTO measured VALUES (TIMESTAMP '2026-02-10 00:00:00', 3.5, 'room0')");

        assertThat(table.told(FEBRUARY, MonitoredTable.INCREMENTAL))
                .containsExactly("profiled in full: a JDBC source has no log of its changes");
        assertThat(table.stored(FEBRUARY).rows()).isEqualTo(28 * 24 + 1);
    }

    @Test
    void anotherPasswordIsNoOtherReference() throws IOException, SQLException {
        table(H2Database.PASSWORD).run(FEBRUARY, ProfileOptions.NONE);
        String before = referenceId();
        database.execute("ALTER USER " + H2Database.USER + " SET PASSWORD 'rotated'");

        table("rotated").run(FEBRUARY, ProfileOptions.NONE);

        assertThat(referenceId()).isEqualTo(before);
    }

    @Test
    void aSampleIsDrawnInTheDatabaseOrNotAtAll() throws IOException {
        MonitoredTable table = table(H2Database.PASSWORD);
        ProfileOptions sampled = new ProfileOptions(false, false, Optional.empty(), Optional.of(new RowSample(0.1)));

        assertThatExceptionOfType(UserException.class)
                .isThrownBy(() -> table.run(FEBRUARY, sampled))
                .withMessageStartingWith("--sample draws rows by their places in files");
    }

    private String referenceId() throws IOException {
        List<StoredRun> runs = table(H2Database.PASSWORD).open().runs("measured");
        assertThat(runs).hasSize(1);
        return runs.get(0).facts().inputs().referenceId().orElseThrow();
    }

    private MonitoredTable table(String password) throws IOException {
        Path file = folder.resolve("monitor.yaml");
        Files.writeString(
                file,
                """
                monitor: measured
                source:
                  format: jdbc
                  url: %s
                  table: measured
                  user: %s
                  password: "${env:PASSWORD}"
                  partition: {column: AT, count: 2}
                time: {column: AT}
                windows: P1M
                reference: {pinned: 2026-01-01/2026-02-01}
                """
                        .formatted(database.url(), H2Database.USER));
        MonitorConfig monitor = MonitorLoader.load(file, Map.of("PASSWORD", password));
        return new MonitoredTable(session, monitor, folder.resolve("store"));
    }

    private static String bytes(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
