package io.lakewarden.jobs.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.lakewarden.jobs.config.CsvOptions;
import io.lakewarden.jobs.config.JdbcConfig;
import io.lakewarden.jobs.config.JdbcPartition;
import io.lakewarden.jobs.config.JdbcRows;
import io.lakewarden.jobs.config.RowSelection;
import io.lakewarden.jobs.config.SourceConfig;
import io.lakewarden.jobs.config.SourceFormat;
import io.lakewarden.jobs.config.TimeConfig;
import io.lakewarden.jobs.config.UserException;
import io.lakewarden.result.Window;
import io.lakewarden.spark.SparkExtension;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TimeZone;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables of a real database, read as monitors read them. */
@ExtendWith({UtcProcess.class, SparkExtension.class})
class JdbcSourceTest {
    private final SparkSession session;
    private H2Database database;

    JdbcSourceTest(SparkSession session) {
        this.session = session;
    }

    @BeforeEach
    void fill() throws SQLException {
        database = H2Database.named("source");
        database.execute(
                "CREATE TABLE trips (id BIGINT, price DECIMAL(10, 2), town VARCHAR(20), started TIMESTAMP, \"day\" DATE)",
                "INSERT INTO trips SELECT x, x / 4.0, 'town' || MOD(x, 3),"
                        + " DATEADD(HOUR, x - 1, TIMESTAMP '2011-12-31 00:00:00'),"
                        + " DATEADD(HOUR, x - 1, TIMESTAMP '2011-12-31 00:00:00') FROM SYSTEM_RANGE(1, 48)",
                "INSERT INTO trips VALUES (NULL, NULL, NULL, NULL, NULL)");
    }

    @AfterEach
    void close() throws SQLException {
        database.close();
    }

    @Test
    void readsATable() {
        ResolvedSource source = read(table("trips"));

        assertThat(source.schema().toDDL())
                .isEqualTo("ID BIGINT,PRICE DECIMAL(10,2),TOWN STRING,STARTED TIMESTAMP,day DATE");
        assertThat(source.data().count()).isEqualTo(49);
        assertThat(text(source, "ID = 2")).isEqualTo("[2,0.50,town2,2011-12-31 01:00:00,2011-12-31]");
        assertThat(source.description()).isEqualTo("table trips at jdbc:h2:mem:source, which keeps no versions");
    }

    @Test
    void readsAQuery() {
        ResolvedSource source = read(query("SELECT town, COUNT(*) AS \"n\" FROM trips GROUP BY town;"));

        assertThat(source.schema().fieldNames()).containsExactly("TOWN", "n");
        assertThat(source.data().count()).isEqualTo(4);
        assertThat(source.description()).startsWith("a query at jdbc:h2:mem:source");
    }

    @Test
    void namesMayHoldAnything() throws SQLException {
        database.execute(
                "CREATE TABLE \"odd \"\"table\" (\"a.b\" INT, \"`\" INT, \"say \"\"hi\"\"\" INT, \"😀\" INT, \"x\" INT, \"X\" INT,"
                        + " \"select\" INT, \"c0\" INT)",
                "INSERT INTO \"odd \"\"table\" VALUES (1, 2, 3, 4, 5, 6, 7, 8), (10, 20, 30, 40, 50, 60, 70, 80)");

        ResolvedSource source =
                read(where(table("\"odd \"\"table\""), "`a.b` = 1 AND ```` = 2 AND `say \"hi\"` = 3 AND `😀` = 4"));

        assertThat(source.schema().fieldNames())
                .containsExactly("a.b", "`", "say \"hi\"", "😀", "x", "X", "select", "c0");
        assertThat(source.data().collectAsList()).extracting(Row::toString).containsExactly("[1,2,3,4,5,6,7,8]");
        assertThat(plan(source)).contains("EqualTo(c0,1)", "EqualTo(c3,4)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"STARTED", "day"})
    void theDatabaseChoosesTheRowsOfAWindow(String time) {
        ResolvedSource source =
                new SourceReader(session).read(table("trips"), Optional.of(new TimeConfig(time, Optional.empty())));

        ResolvedSource january = new ResolvedSource(
                source.within(Window.parse("2012-01-01/2012-02-01")),
                source.snapshot(),
                source.description(),
                source.timeColumn(),
                source.findings(),
                source.history());

        assertThat(january.data().filter("ID IS NOT NULL").count()).isEqualTo(24);
        assertThat(january.data().filter("ID IS NULL").count()).isEqualTo(1);
        assertThat(plan(january)).contains("GreaterThanOrEqual(c" + (time.equals("day") ? 4 : 3));
        assertThat(source.countWithoutTime()).isEqualTo(1);
    }

    @Test
    void noHourIsLostToAZone() throws SQLException {
        database.execute(
                "CREATE TABLE zones (plain TIMESTAMP, zoned TIMESTAMP WITH TIME ZONE)",
                // An hour that Los Angeles did not have in 2012.
                "INSERT INTO zones VALUES (TIMESTAMP '2012-03-11 02:30:00.123456',"
                        + " TIMESTAMP WITH TIME ZONE '2012-03-11 02:30:00-08:00')");

        ResolvedSource source = read(query("SELECT plain, CAST(zoned AS TIMESTAMP) AS zoned FROM zones"));

        assertThat(source.data()
                        .selectExpr("CAST(plain AS STRING)", "CAST(zoned AS STRING)")
                        .first())
                .hasToString("[2012-03-11 02:30:00.123456,2012-03-11 10:30:00]");
        assertRefused(
                table("zones"),
                "source: jdbc:h2:mem:source gives a type that Spark does not know: Unrecognized SQL type - name: TIMESTAMP"
                        + " WITH TIME ZONE");
    }

    @ParameterizedTest
    @CsvSource({"ID", "PRICE", "STARTED", "day"})
    void severalTasksReadEveryRowOnce(String column) {
        ResolvedSource source = read(with(table("trips"), new JdbcPartition(column, 4)));

        // Two days are no more than one range.
        assertThat(source.data().rdd().getNumPartitions()).isBetween(column.equals("day") ? 1 : 2, 4);
        assertThat(source.data().count()).isEqualTo(49);
        assertThat(source.data().distinct().count()).isEqualTo(49);
    }

    @Test
    void aTableWithoutRowsHasNothingToDivide() throws SQLException {
        database.execute("CREATE TABLE nothing (id INT)");

        assertThat(read(with(table("nothing"), new JdbcPartition("ID", 4)))
                        .data()
                        .count())
                .isZero();
    }

    @Test
    void twoReadingsAreNeverTheSameState() {
        ResolvedSource first = read(table("trips"));
        ResolvedSource second = read(table("trips"));

        assertThat(first.snapshot()).startsWith("unversioned:20").isNotEqualTo(second.snapshot());
        assertThat(second.history().since(first.snapshot()))
                .isEqualTo(new SourceChanges.Unknown("a JDBC source has no log of its changes"));
    }

    @Test
    void aSelectionMayBeAnotherTable() throws SQLException {
        database.execute("CREATE TABLE train (id INT)", "INSERT INTO train VALUES (1), (2), (3)");
        RowSelection train = new RowSelection(
                List.of(), Optional.empty(), Optional.of(new JdbcRows.Table("train")), Optional.of("id > 1"));

        assertThat(new SourceReader(session)
                        .read(table("trips"), Optional.empty(), train, "reference")
                        .data()
                        .count())
                .isEqualTo(2);
    }

    @Test
    void valuesThatMeanNoneAreNull() {
        SourceConfig source = Sources.nullValues(table("trips"), Map.of("TOWN", List.of("town1"), "ID", List.of("48")));

        assertThat(read(source).data().filter("TOWN IS NULL").count()).isEqualTo(17);
        assertThat(read(source).data().filter("ID IS NULL").count()).isEqualTo(2);
    }

    @Test
    void saysWhatTheDatabaseRefuses() throws SQLException {
        database.execute("CREATE TABLE odd (spans INTERVAL DAY TO SECOND, id INT)");

        assertRefused(
                table("tripz"), "source: jdbc:h2:mem:source cannot describe table tripz: Table \"TRIPZ\" not found");
        assertRefused(
                query("SELECT nothing FROM trips"),
                "source: jdbc:h2:mem:source cannot describe a query: Column \"NOTHING\" not found");
        assertRefused(query("SELECT FROM WHERE"), "source: jdbc:h2:mem:source cannot describe a query: Syntax error");
        assertRefused(
                configured(jdbc(new JdbcRows.Table("trips"), Optional.of("wrong"), Optional.empty(), Optional.empty())),
                "source.user: jdbc:h2:mem:source does not let 'reader' in: Wrong user name or password");
        assertRefused(
                with(table("trips"), new JdbcPartition("idd", 2)),
                "source.partition.column: there is no column 'idd'; did you mean 'ID'?");
        assertRefused(
                with(table("trips"), new JdbcPartition("TOWN", 2)),
                "source.partition.column: 'TOWN' is string; expected a column of whole numbers");
        assertRefused(table("odd"), "source: jdbc:h2:mem:source gives a type that Spark does not know");
    }

    @Test
    void saysWhichDriverIsMissing() {
        JdbcConfig oracle = new JdbcConfig(
                "jdbc:oracle:thin:@host:1521/x",
                new JdbcRows.Table("t"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());

        assertRefused(
                configured(oracle),
                "source.url: no JDBC driver on the class path knows such a jdbc:oracle: URL (wanted:"
                        + " oracle.jdbc.OracleDriver, in com.oracle.database.jdbc:ojdbc11); add its jar with --jars");
        assertRefused(
                configured(jdbc(
                        new JdbcRows.Table("t"), Optional.empty(), Optional.of("no.such.Driver"), Optional.empty())),
                "source.driver: there is no class no.such.Driver on the class path; add its jar with --jars");
        assertRefused(
                configured(jdbc(
                        new JdbcRows.Table("t"), Optional.empty(), Optional.of("java.lang.String"), Optional.empty())),
                "source.driver: the class java.lang.String is no JDBC driver");
    }

    @Test
    void aProcessInAnotherZoneIsNotUsed() {
        TimeZone.setDefault(TimeZone.getTimeZone("America/Los_Angeles"));
        try {
            assertThatIllegalStateException()
                    .isThrownBy(() -> read(table("trips")))
                    .withMessageContaining("America/Los_Angeles");
        } finally {
            TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
        }
    }

    private void assertRefused(SourceConfig source, String message) {
        assertThatExceptionOfType(UserException.class)
                .isThrownBy(() -> read(source))
                .withMessageStartingWith(message)
                .satisfies(e -> assertThat(e.getMessage()).hasLineCount(1).doesNotContain(H2Database.PASSWORD));
    }

    private ResolvedSource read(SourceConfig source) {
        return new SourceReader(session).read(source, Optional.empty());
    }

    private static String text(ResolvedSource source, String predicate) {
        return source.data().filter(predicate).first().toString().replace(".0,", ",");
    }

    private static String plan(ResolvedSource source) {
        return source.data().queryExecution().executedPlan().toString();
    }

    private SourceConfig table(String name) {
        return configured(
                jdbc(new JdbcRows.Table(name), Optional.of(H2Database.PASSWORD), Optional.empty(), Optional.empty()));
    }

    private SourceConfig query(String sql) {
        return configured(
                jdbc(new JdbcRows.Query(sql), Optional.of(H2Database.PASSWORD), Optional.empty(), Optional.empty()));
    }

    private SourceConfig with(SourceConfig source, JdbcPartition partition) {
        JdbcConfig jdbc = source.jdbc().orElseThrow();
        return configured(jdbc(jdbc.rows(), jdbc.password(), jdbc.driver(), Optional.of(partition)));
    }

    private static SourceConfig where(SourceConfig source, String predicate) {
        return Sources.where(source, predicate);
    }

    private JdbcConfig jdbc(
            JdbcRows rows, Optional<String> password, Optional<String> driver, Optional<JdbcPartition> partition) {
        return new JdbcConfig(database.url(), rows, Optional.of(H2Database.USER), password, driver, partition);
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
