package io.lakewarden.jobs.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.lakewarden.jobs.source.Trips;
import io.lakewarden.jobs.store.StoreListener;
import io.lakewarden.jobs.store.StoreSnapshot;
import io.lakewarden.jobs.store.StoreTable;
import io.lakewarden.spark.SparkExtension;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * An increment killed between any two writes: what was committed before stands until {@code runs} switches, and repeated
 * it gives the tables of one that was never killed.
 */
@ExtendWith(SparkExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KilledIncrementIT {
    /** One day that grew, one that lost rows, one that is as it was, and a new one. */
    private static final String DAYS = "2026-01-05/2026-01-09";

    @TempDir
    static Path folder;

    private SparkSession session;
    private MonitoredTable before;
    private MonitoredTable clean;

    @BeforeAll
    void prepare(SparkSession spark) throws IOException {
        session = spark;
        Trips trips = Trips.of(spark, folder, 7, "delta.enableDeletionVectors", "true");
        before = new MonitoredTable(spark, trips.monitor(), folder.resolve("before"));
        before.run("2026-01-05/2026-01-08", ProfileOptions.NONE);
        trips.append("2026-01-05", 40, 50)
                .append("2026-01-08", 200, 8)
                .sql("DELETE FROM TRIPS WHERE started >= '2026-01-06' AND started < '2026-01-07' AND seats = 2");
        clean = before.copy("clean");
        clean.run(DAYS, MonitoredTable.INCREMENTAL);
    }

    @Test
    void theTablesOfAnIncrementAreThoseOfAFullScan() throws IOException {
        MonitoredTable scanned = before.copy("scanned");
        scanned.run(DAYS, ProfileOptions.NONE);

        clean.assertSameNumbersAs(scanned);
    }

    static Stream<String> steps() {
        return StoreListener.steps().stream().filter(step -> !step.equals(StoreListener.SUPERSEDED));
    }

    @ParameterizedTest
    @MethodSource("steps")
    void theOldResultStandsUntilTheSwitchAndTheRepeatedRunIsAsAClean(String step) throws Exception {
        MonitoredTable killed = before.copy("killed-" + step);

        int exit = DyingProcess.run(
                KilledIncrement.class, folder.toString(), killed.store().toString(), DAYS, step);

        assertThat(exit).isEqualTo(DyingProcess.KILLED);
        assertSame(isAfterTheSwitch(step) ? clean : before, killed);

        killed.run(DAYS, MonitoredTable.INCREMENTAL);
        assertSame(clean, killed);

        int orphans = killed.open().removeOrphans(Duration.ZERO);
        assertThat(orphans > 0).isEqualTo(!isAfterTheSwitch(step));
        assertThat(rowsOnDisk(killed)).isEqualTo(rowsOnDisk(clean));
    }

    private static boolean isAfterTheSwitch(String step) {
        return step.equals(StoreTable.RUNS.tableName());
    }

    private static void assertSame(MonitoredTable expected, MonitoredTable actual) {
        StoreSnapshot views = StoreSnapshot.of(expected.open());
        assertThat(views.size()).isPositive();
        assertThat(views.differences(StoreSnapshot.of(actual.open()))).isEmpty();
    }

    private List<Long> rowsOnDisk(MonitoredTable monitored) {
        return StoreTable.data().stream()
                .map(table -> session.read()
                        .format("delta")
                        .load(monitored.store().resolve(table.tableName()).toString())
                        .count())
                .toList();
    }
}
