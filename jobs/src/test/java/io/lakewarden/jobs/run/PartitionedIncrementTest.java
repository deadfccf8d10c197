package io.lakewarden.jobs.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.lakewarden.jobs.source.Trips;
import io.lakewarden.spark.SparkExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Increments over Delta tables that are partitioned by time, by what Delta derives from it, and by something else. */
@ExtendWith(SparkExtension.class)
class PartitionedIncrementTest {
    private static final String DAYS = "2026-01-05/2026-01-08";

    @TempDir
    Path folder;

    private SparkSession session;

    @BeforeEach
    void prepare(SparkSession spark) {
        session = spark;
    }

    /** How a table is partitioned, and which of its columns says when. */
    private enum Layout {
        BY_THE_DATE_ITSELF,
        BY_A_DATE_OF_THE_TIME,
        BY_A_DATE_IN_WORDS,
        BY_SOMETHING_ELSE;

        Trips trips(SparkSession session, Path folder) {
            return switch (this) {
                case BY_THE_DATE_ITSELF ->
                    Trips.partitioned(session, folder, 7, "the.day🚲", DataTypes.DateType, "CAST(started AS DATE)");
                case BY_A_DATE_OF_THE_TIME ->
                    Trips.partitioned(session, folder, 7, "day", DataTypes.DateType, "CAST(started AS DATE)");
                case BY_A_DATE_IN_WORDS ->
                    Trips.partitioned(
                            session, folder, 7, "day", DataTypes.StringType, "date_format(started, 'yyyy/MM/dd')");
                case BY_SOMETHING_ELSE -> Trips.partitioned(session, folder, 7, "zone");
            };
        }

        String time() {
            return switch (this) {
                case BY_THE_DATE_ITSELF -> "column: \"`the.day🚲`\"";
                case BY_A_DATE_IN_WORDS -> "column: day, pattern: yyyy/MM/dd";
                case BY_A_DATE_OF_THE_TIME, BY_SOMETHING_ELSE -> "column: started";
            };
        }
    }

    @ParameterizedTest
    @EnumSource
    void appendsAreReadAloneAndTouchTheWindowsOfTheirRows(Layout layout) throws IOException {
        Trips trips = layout.trips(session, folder);
        MonitoredTable monitored = monitored(trips, layout);
        monitored.run("2026-01-04/2026-01-08", ProfileOptions.NONE);
        Set<Path> old = files(trips);
        trips.append("2026-01-06", 40, 50)
                .append("2026-01-06", 7, 51)
                .append("2026-01-09", 30, 52)
                .appendTimeless(3);
        MonitoredTable scanned = monitored.copy("scanned");

        // What is not there cannot be read.
        hide(old, layout);
        RunOutcome outcome = monitored.run(DAYS, MonitoredTable.INCREMENTAL);
        show(old, layout);

        assertThat(MonitoredTable.told(outcome))
                .satisfiesExactly(
                        fifth -> assertThat(fifth).startsWith("left alone"),
                        sixth -> assertThat(sixth)
                                .matches("brought up to date: the stored profile merged with"
                                        + " \\d+ new files since version 1"),
                        seventh -> assertThat(seventh).startsWith("left alone"));
        assertThat(monitored.stored("2026-01-06/2026-01-07").rows()).isEqualTo(Trips.ROWS_PER_DAY + 47);
        assertThat(outcome.windows())
                .allSatisfy(window -> assertThat(window.findings().toString()).contains("3 rows have no time"));
        scanned.run(DAYS, ProfileOptions.NONE);
        monitored.assertSameNumbersAs(scanned);
    }

    @ParameterizedTest
    @EnumSource(names = "BY_SOMETHING_ELSE", mode = EnumSource.Mode.EXCLUDE)
    void aPartitionOfTimeThatGoesTouchesItsOwnWindow(Layout layout) throws IOException {
        Trips trips = layout.trips(session, folder);
        MonitoredTable monitored = monitored(trips, layout);
        monitored.profile(DAYS, ProfileOptions.NONE);
        trips.sql("DELETE FROM TRIPS WHERE started >= '2026-01-06' AND started < '2026-01-07'");

        assertThat(monitored.told(DAYS, MonitoredTable.VERIFIED))
                .satisfiesExactly(
                        fifth -> assertThat(fifth).startsWith("left alone"),
                        sixth -> assertThat(sixth).startsWith("profiled in full: rows that it may hold were removed"),
                        seventh -> assertThat(seventh).startsWith("left alone"));
        assertThat(monitored.stored("2026-01-06/2026-01-07").rows()).isZero();
    }

    @Test
    void aPartitionThatIsWrittenAnewTouchesItsOwnWindow() throws IOException {
        Trips trips = Layout.BY_A_DATE_OF_THE_TIME.trips(session, folder);
        MonitoredTable monitored = monitored(trips, Layout.BY_A_DATE_OF_THE_TIME);
        monitored.profile(DAYS, ProfileOptions.NONE);
        session.read()
                .format("delta")
                .load(trips.table())
                .where("day = '2026-01-06' AND seats > 0")
                .write()
                .format("delta")
                .mode("overwrite")
                .option("replaceWhere", "day = '2026-01-06'")
                .save(trips.table());

        assertThat(monitored.told(DAYS, MonitoredTable.VERIFIED))
                .satisfiesExactly(
                        fifth -> assertThat(fifth).startsWith("left alone"),
                        sixth -> assertThat(sixth).startsWith("profiled in full: rows that it may hold were removed"),
                        seventh -> assertThat(seventh).startsWith("left alone"));
    }

    @Test
    void aPartitionOfSomethingElseThatGoesTouchesTheWindowsOfItsRows() throws IOException {
        Trips trips = Layout.BY_SOMETHING_ELSE.trips(session, folder);
        MonitoredTable monitored = monitored(trips, Layout.BY_SOMETHING_ELSE);
        trips.sql("DELETE FROM TRIPS WHERE zone = 'zone 3' AND started >= '2026-01-07' AND started < '2026-01-08'");
        monitored.profile(DAYS, ProfileOptions.NONE);
        trips.sql("DELETE FROM TRIPS WHERE zone = 'zone 3'");

        assertThat(monitored.told(DAYS, MonitoredTable.VERIFIED))
                .satisfiesExactly(
                        fifth -> assertThat(fifth).startsWith("profiled in full"),
                        sixth -> assertThat(sixth).startsWith("profiled in full"),
                        seventh -> assertThat(seventh).startsWith("left alone"));
    }

    private MonitoredTable monitored(Trips trips, Layout layout) throws IOException {
        return new MonitoredTable(
                session, trips.monitor("", "P1D", "2026-01-01/2026-01-05", layout.time()), folder.resolve("store"));
    }

    private static Set<Path> files(Trips trips) throws IOException {
        try (Stream<Path> all = Files.walk(Path.of(trips.table()))) {
            return all.filter(file -> file.toString().endsWith(".parquet"))
                    .filter(file -> !file.toString().contains("_delta_log"))
                    .collect(Collectors.toSet());
        }
    }

    /** Whether texts are times is looked at in a few rows, whatever their age. */
    private static boolean readsOldFiles(Layout layout) {
        return layout == Layout.BY_A_DATE_IN_WORDS;
    }

    private static void hide(Set<Path> files, Layout layout) throws IOException {
        for (Path file : readsOldFiles(layout) ? Set.<Path>of() : files) {
            Files.move(file, hidden(file));
        }
    }

    private static void show(Set<Path> files, Layout layout) throws IOException {
        for (Path file : readsOldFiles(layout) ? Set.<Path>of() : files) {
            Files.move(hidden(file), file);
        }
    }

    private static Path hidden(Path file) {
        return file.resolveSibling(file.getFileName() + ".hidden");
    }
}
