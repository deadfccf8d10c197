package io.lakewarden.jobs.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.lakewarden.jobs.config.CsvOptions;
import io.lakewarden.jobs.config.JdbcConfig;
import io.lakewarden.jobs.config.JdbcPartition;
import io.lakewarden.jobs.config.JdbcRows;
import io.lakewarden.jobs.config.SourceConfig;
import io.lakewarden.jobs.config.SourceFormat;
import io.lakewarden.jobs.config.TimeConfig;
import io.lakewarden.jobs.config.UserException;
import io.lakewarden.result.Window;
import io.lakewarden.spark.SparkExtension;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The same with a server in another process, whose zone is Tokyo's. */
@ExtendWith({UtcProcess.class, SparkExtension.class})
class PostgresSourceTest {
    private static PostgresServer server;

    private final SparkSession session;

    PostgresSourceTest(SparkSession session) {
        this.session = session;
    }

    @BeforeAll
    static void start() throws IOException, InterruptedException, SQLException {
        Optional<Path> programs = PostgresServer.programs();
        assumeTrue(programs.isPresent(), "PostgreSQL (initdb, pg_ctl) is not installed");
        server = PostgresServer.start(programs.get());
        server.execute(
                "CREATE SCHEMA \"La ke\"",
                "CREATE TABLE \"La ke\".trips (id BIGINT, price NUMERIC, code UUID, note JSONB, \"we\"\"ird.`😀\" TEXT,"
                        + " started TIMESTAMP, ended TIMESTAMPTZ, day DATE, ok BOOLEAN, share REAL)",
                "INSERT INTO \"La ke\".trips SELECT i, i / 4.0, '00000000-0000-0000-0000-000000000001'::UUID, '{\"a\": 1}'::JSONB,"
                        + " 't' || i % 3, TIMESTAMP '2011-12-31' + i * INTERVAL '1 hour',"
                        + " TIMESTAMPTZ '2011-12-31 00:00:00Z' + i * INTERVAL '1 hour',"
                        + " DATE '2011-12-31' + (i / 24)::INT, i % 2 = 0, i / 8.0 FROM generate_series(0, 47) AS i",
                "INSERT INTO \"La ke\".trips (id) VALUES (NULL)");
    }

    @AfterAll
    static void stop() throws IOException, InterruptedException {
        if (server != null) {
            server.stop();
        }
    }

    @Test
    void readsATable() {
        ResolvedSource source = read(new JdbcRows.Table("\"La ke\".trips"));

        assertThat(source.schema().fieldNames())
                .containsExactly(
                        "id", "price", "code", "note", "we\"ird.`😀", "started", "ended", "day", "ok", "share");
        assertThat(source.data()
                        .selectExpr(
                                "id",
                                "CAST(price AS DOUBLE)",
                                "code",
                                "note",
                                "`we\"ird.``😀`",
                                "CAST(started AS STRING)",
                                "CAST(ended AS STRING)",
                                "CAST(day AS STRING)",
                                "ok",
                                "share")
                        .where("id = 1")
                        .first())
                .hasToString("[1,0.25,00000000-0000-0000-0000-000000000001,{\"a\": 1},t1,2011-12-31 01:00:00,"
                        + "2011-12-31 01:00:00,2011-12-31,false,0.125]");
    }

    @ParameterizedTest
    @CsvSource({"started, 24", "ended, 24", "day, 24"})
    void theServerChoosesTheRowsOfAWindow(String time, long rows) {
        ResolvedSource source = new SourceReader(session)
                .read(
                        configured(new JdbcRows.Table("\"La ke\".trips"), PostgresServer.PASSWORD, Optional.empty()),
                        Optional.of(new TimeConfig(time, Optional.empty())));

        List<Row> window = source.within(Window.parse("2012-01-01/2012-02-01")).collectAsList();

        assertThat(window).hasSize((int) rows + 1);
        assertThat(source.countWithoutTime()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"id", "price", "started", "ended", "day"})
    void severalTasksReadEveryRowOnce(String column) {
        ResolvedSource source = new SourceReader(session)
                .read(
                        configured(
                                new JdbcRows.Query("SELECT * FROM \"La ke\".trips"),
                                PostgresServer.PASSWORD,
                                Optional.of(new JdbcPartition(column, 3))),
                        Optional.empty());

        assertThat(source.data().rdd().getNumPartitions()).isBetween(column.equals("day") ? 1 : 2, 3);
        assertThat(source.data().select("id").distinct().count()).isEqualTo(49);
        assertThat(source.data().count()).isEqualTo(49);
    }

    @Test
    void saysWhatTheServerRefuses() {
        assertThatExceptionOfType(UserException.class)
                .isThrownBy(() -> read(new JdbcRows.Table("tripz")))
                .withMessageMatching("source: jdbc:postgresql://127.0.0.1:[0-9]+/postgres cannot describe table tripz:"
                        + " ERROR: relation \"tripz\" does not exist.*");
        assertThatExceptionOfType(UserException.class)
                .isThrownBy(() -> new SourceReader(session)
                        .read(configured(new JdbcRows.Table("trips"), "wrong", Optional.empty()), Optional.empty()))
                .withMessageStartingWith("source.user: ")
                .withMessageContaining("does not let 'reader' in: ")
                .withMessageNotContaining("wrong");
        assertThatExceptionOfType(UserException.class)
                .isThrownBy(() -> new SourceReader(session).read(at(server.url() + "s"), Optional.empty()))
                .withMessageContaining("database \"postgress\" does not exist");
    }

    @Test
    void aServerThatIsNotThereIsWorthARetry() {
        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(
                        () -> new SourceReader(session).read(at("jdbc:postgresql://127.0.0.1:1/x"), Optional.empty()))
                .withMessage("jdbc:postgresql://127.0.0.1:1/x could not be asked to describe table trips");
    }

    private ResolvedSource read(JdbcRows rows) {
        return new SourceReader(session)
                .read(configured(rows, PostgresServer.PASSWORD, Optional.empty()), Optional.empty());
    }

    private static SourceConfig configured(JdbcRows rows, String password, Optional<JdbcPartition> partition) {
        return configured(new JdbcConfig(
                server.url(),
                rows,
                Optional.of(PostgresServer.USER),
                Optional.of(password),
                Optional.empty(),
                partition));
    }

    private static SourceConfig at(String url) {
        return configured(new JdbcConfig(
                url,
                new JdbcRows.Table("trips"),
                Optional.of(PostgresServer.USER),
                Optional.of(PostgresServer.PASSWORD),
                Optional.empty(),
                Optional.empty()));
    }

    private static SourceConfig configured(JdbcConfig jdbc) {
        return new SourceConfig(
                SourceFormat.JDBC,
                List.of(),
                OptionalLong.empty(),
                Optional.empty(),
                CsvOptions.DEFAULTS,
                Map.of(),
                Map.of(),
                Optional.of(jdbc));
    }
}
