package io.lakewarden.jobs.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.lakewarden.jobs.source.Trips;
import io.lakewarden.spark.SparkExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.io.FileUtils;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.delta.DeltaLog;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What can happen to a Delta table after its 5th, 6th and 7th day were profiled, and what an increment makes of it. Each
 * outcome is held against a full scan by the command itself.
 */
@ExtendWith(SparkExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TableOperationsTest {
    private static final String DAYS = "2026-01-05/2026-01-08";

    private static final String LEFT_ALONE = "left alone: nothing that it holds has changed since version 0";
    private static final String GROWN = "brought up to date: the stored profile merged with 1 new file since version 0";
    private static final String LOST = "in full: rows that it may hold were removed or changed since version 0";
    private static final String REPLACED = "in full: it was profiled from another table, which stood at the same path";
    private static final String COLUMNS = "in full: the table has other columns than it had then";
    private static final String SCHEMA = "in full: the table's schema has changed since version 0";

    private static final String VECTORS =
            "ALTER TABLE TRIPS SET TBLPROPERTIES ('delta.enableDeletionVectors' = 'true')";
    private static final String APPEND_6 =
            "INSERT INTO TRIPS SELECT started, concat('more ', trip), minutes, zone, seats FROM TRIPS"
                    + " WHERE DAY(6) AND seats = 1";
    private static final String SOME_OF_6 = "DAY(6) AND zone = 'zone 1'";
    private static final String UPSERT = "MERGE INTO TRIPS t USING (SELECT started + INTERVAL 1 DAY AS started,"
            + " if(seats = 1, trip, concat('more ', trip)) AS trip, minutes + 1 AS minutes, zone, seats FROM TRIPS"
            + " WHERE DAY(6)) s ON t.trip = s.trip";
    private static final Pattern DAY = Pattern.compile("DAY\\((\\d)\\)");

    @TempDir
    static Path folder;

    private Trips trips;
    private MonitoredTable monitored;

    @BeforeAll
    void profile(SparkSession spark) throws IOException {
        trips = Trips.of(spark, folder.resolve("now"), 7);
        monitored = new MonitoredTable(spark, trips.monitor(), folder.resolve("now/store"));
        monitored.profile(DAYS, ProfileOptions.NONE);
        FileUtils.copyDirectory(
                folder.resolve("now").toFile(), folder.resolve("before").toFile());
    }

    @BeforeEach
    void putBack() throws IOException {
        FileUtils.deleteDirectory(folder.resolve("now").toFile());
        FileUtils.copyDirectory(
                folder.resolve("before").toFile(), folder.resolve("now").toFile());
        DeltaLog.clearCache();
    }

    static Stream<Arguments> operations() {
        String delete = "DELETE FROM TRIPS WHERE " + SOME_OF_6;
        String update = "UPDATE TRIPS SET minutes = minutes + 1 WHERE " + SOME_OF_6;
        String move = "UPDATE TRIPS SET started = started + INTERVAL 1 DAY WHERE " + SOME_OF_6;
        return Stream.of(
                operation("a delete", LEFT_ALONE, LOST, LEFT_ALONE, delete),
                operation("a delete by vector", LEFT_ALONE, LOST, LEFT_ALONE, VECTORS, delete),
                operation(
                        "two deletes by vector, and an append",
                        LOST,
                        GROWN,
                        LEFT_ALONE,
                        VECTORS,
                        "DELETE FROM TRIPS WHERE DAY(5) AND seats = 1",
                        APPEND_6,
                        "DELETE FROM TRIPS WHERE DAY(5) AND seats = 2"),
                operation("an update", LEFT_ALONE, LOST, LEFT_ALONE, update),
                operation("an update by vector", LEFT_ALONE, LOST, LEFT_ALONE, VECTORS, update),
                operation(
                        "an update with a change data feed",
                        LEFT_ALONE,
                        LOST,
                        LEFT_ALONE,
                        "ALTER TABLE TRIPS SET TBLPROPERTIES ('delta.enableChangeDataFeed' = 'true')",
                        update),
                operation("rows that move to the next day", LEFT_ALONE, LOST, GROWN, move),
                operation("rows that move to the next day by vector", LEFT_ALONE, LOST, GROWN, VECTORS, move),
                operation(
                        "a merge",
                        LEFT_ALONE,
                        LOST,
                        GROWN,
                        UPSERT + " WHEN MATCHED THEN UPDATE SET minutes = s.minutes WHEN NOT MATCHED THEN INSERT *"),
                operation(
                        "a merge by vector",
                        LEFT_ALONE,
                        LOST,
                        GROWN,
                        VECTORS,
                        UPSERT + " WHEN MATCHED THEN UPDATE SET minutes = s.minutes WHEN NOT MATCHED THEN INSERT *"),
                operation(
                        "a merge that only inserts",
                        LEFT_ALONE,
                        LEFT_ALONE,
                        GROWN,
                        UPSERT + " WHEN NOT MATCHED THEN INSERT *"),
                operation(
                        "an append that is deleted again",
                        LEFT_ALONE,
                        LEFT_ALONE,
                        LEFT_ALONE,
                        APPEND_6,
                        "DELETE FROM TRIPS WHERE trip LIKE 'more %'"),
                operation(
                        "an append of which some is deleted by vector",
                        LEFT_ALONE,
                        GROWN,
                        LEFT_ALONE,
                        VECTORS,
                        APPEND_6,
                        "DELETE FROM TRIPS WHERE trip LIKE 'more %' AND zone = 'zone 1'"),
                operation("everything deleted", LOST, LOST, LOST, "DELETE FROM TRIPS"),
                operation("a compaction", LEFT_ALONE, LEFT_ALONE, LEFT_ALONE, "OPTIMIZE TRIPS"),
                operation(
                        "a clustering",
                        LEFT_ALONE,
                        LEFT_ALONE,
                        LEFT_ALONE,
                        "ALTER TABLE TRIPS CLUSTER BY (zone)",
                        "OPTIMIZE TRIPS"),
                operation(
                        "an append that is compacted with older rows",
                        LEFT_ALONE,
                        LOST,
                        LEFT_ALONE,
                        APPEND_6,
                        "OPTIMIZE TRIPS"),
                operation(
                        "rows that are numbered",
                        LEFT_ALONE,
                        LEFT_ALONE,
                        LEFT_ALONE,
                        "ALTER TABLE TRIPS SET TBLPROPERTIES ('delta.enableRowTracking' = 'true')"),
                operation(
                        "all undone",
                        LEFT_ALONE,
                        LEFT_ALONE,
                        LEFT_ALONE,
                        VECTORS,
                        APPEND_6,
                        "DELETE FROM TRIPS WHERE DAY(5) AND seats = 1",
                        "RESTORE TABLE TRIPS TO VERSION AS OF 0"),
                operation(
                        "an append that survives what is undone",
                        LEFT_ALONE,
                        GROWN,
                        LEFT_ALONE,
                        APPEND_6,
                        "DELETE FROM TRIPS WHERE DAY(5) AND seats = 1",
                        "RESTORE TABLE TRIPS TO VERSION AS OF 1"),
                operation("a column more", COLUMNS, COLUMNS, COLUMNS, "ALTER TABLE TRIPS ADD COLUMNS (fare DOUBLE)"),
                operation(
                        "a column more and gone again",
                        SCHEMA,
                        SCHEMA,
                        SCHEMA,
                        "ALTER TABLE TRIPS SET TBLPROPERTIES ('delta.columnMapping.mode' = 'name',"
                                + " 'delta.minReaderVersion' = '2', 'delta.minWriterVersion' = '5')",
                        "ALTER TABLE TRIPS ADD COLUMNS (fare DOUBLE)",
                        "ALTER TABLE TRIPS DROP COLUMN fare"),
                operation(
                        "a table in its place",
                        REPLACED,
                        REPLACED,
                        REPLACED,
                        "CREATE OR REPLACE TABLE TRIPS USING delta AS SELECT * FROM TRIPS WHERE seats > 0"),
                operation(
                        "a vacuum",
                        LOST,
                        GROWN,
                        LEFT_ALONE,
                        "DELETE FROM TRIPS WHERE DAY(5) AND seats = 1",
                        APPEND_6,
                        "VACUUM TRIPS RETAIN 0 HOURS"));
    }

    private static Arguments operation(String name, String fifth, String sixth, String seventh, String... statements) {
        return arguments(name, List.of(fifth, sixth, seventh), List.of(statements));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("operations")
    void anIncrementIsAsAFullScan(String name, List<String> expected, List<String> statements, SparkSession spark) {
        spark.conf().set("spark.databricks.delta.retentionDurationCheck.enabled", false);
        try {
            statements.forEach(this::execute);
        } finally {
            spark.conf().unset("spark.databricks.delta.retentionDurationCheck.enabled");
        }

        List<String> told = monitored.told(DAYS, MonitoredTable.VERIFIED);

        assertThat(told).hasSameSizeAs(expected);
        for (int i = 0; i < expected.size(); i++) {
            assertThat(told.get(i)).contains(expected.get(i)).contains("held against a full scan");
        }
    }

    @Test
    void aProfileOfWhatWasUndoneSinceIsMadeAnew() {
        execute(APPEND_6);
        monitored.profile(DAYS, ProfileOptions.NONE);
        execute("RESTORE TABLE TRIPS TO VERSION AS OF 0");

        assertThat(monitored.told(DAYS, MonitoredTable.VERIFIED))
                .satisfiesExactly(
                        fifth -> assertThat(fifth).startsWith("left alone"),
                        sixth -> assertThat(sixth).startsWith("profiled in full: rows that it may hold were removed"),
                        seventh -> assertThat(seventh).startsWith("left alone"));
    }

    @Test
    void aLogThatDeltaCleanedUpIsSaidToBeGone(SparkSession spark) throws IOException {
        execute("ALTER TABLE TRIPS SET TBLPROPERTIES ('delta.logRetentionDuration' = 'interval 1 day')");
        execute(APPEND_6);
        try (Stream<Path> log = Files.list(Path.of(trips.table(), "_delta_log"))) {
            for (Path file : log.toList()) {
                Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(Duration.ofDays(5))));
            }
        }
        DeltaLog.clearCache();
        execute(APPEND_6);
        DeltaLog log = DeltaLog.forTable(spark, trips.table());
        log.checkpoint(log.update(false, scala.Option.empty(), scala.Option.empty()), scala.Option.empty());

        assertThat(Path.of(trips.table(), "_delta_log/00000000000000000000.json"))
                .doesNotExist();
        assertThat(monitored.told(DAYS, MonitoredTable.VERIFIED))
                .allMatch(told ->
                        told.startsWith("profiled in full: the table's log cannot be read back to version 0 ("));
    }

    private void execute(String statement) {
        trips.sql(DAY.matcher(statement)
                .replaceAll(day -> "started >= '2026-01-0" + day.group(1) + "' AND started < '2026-01-0"
                        + (Integer.parseInt(day.group(1)) + 1) + "'"));
    }
}
