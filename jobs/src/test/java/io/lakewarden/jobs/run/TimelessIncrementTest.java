package io.lakewarden.jobs.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.lakewarden.jobs.source.Trips;
import io.lakewarden.spark.SparkExtension;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Increments over a table that knows no time: each label is of the whole table, as it was then. */
@ExtendWith(SparkExtension.class)
class TimelessIncrementTest {
    private static final String MONDAY = "2026-02-02/2026-02-03";
    private static final String TUESDAY = "2026-02-03/2026-02-04";
    private static final int FIRST_ROWS = 3 * Trips.ROWS_PER_DAY;

    @TempDir
    Path folder;

    private Trips trips;
    private MonitoredTable monitored;

    @BeforeEach
    void prepare(SparkSession spark) throws IOException {
        trips = Trips.of(spark, folder, 3, "delta.enableDeletionVectors", "true");
        monitored = new MonitoredTable(spark, trips.timeless(""), folder.resolve("store"));
        monitored.run(MONDAY, ProfileOptions.NONE);
    }

    @Test
    void anAppendIsMergedWithTheLastLabel() throws IOException {
        trips.append("2026-01-02", 40, 50).append("2026-02-03", 60, 51);
        MonitoredTable scanned = monitored.copy("scanned");

        RunOutcome outcome = monitored.run(TUESDAY, MonitoredTable.INCREMENTAL);

        assertThat(MonitoredTable.told(outcome))
                .containsExactly("brought up to date: the stored profile merged with 2 new files since version 0");
        assertThat(monitored.stored(TUESDAY).rows()).isEqualTo(FIRST_ROWS + 100);
        assertThat(monitored.stored(MONDAY).rows()).isEqualTo(FIRST_ROWS);
        scanned.run(TUESDAY, ProfileOptions.NONE);
        monitored.assertSameNumbersAs(scanned);
    }

    @Test
    void aRepeatedLabelIsBroughtUpToDateOnce() throws IOException {
        trips.append("2026-01-02", 40, 50);
        MonitoredTable scanned = monitored.copy("scanned");
        scanned.run(MONDAY, ProfileOptions.NONE);

        assertThat(monitored.told(MONDAY, MonitoredTable.INCREMENTAL))
                .containsExactly("brought up to date: the stored profile merged with 1 new file since version 0");
        assertThat(monitored.told(MONDAY, MonitoredTable.VERIFIED))
                .allMatch(told -> told.startsWith("left alone: nothing that it holds has changed since version 1"));
        assertThat(MonitoredTable.told(monitored.run(MONDAY, MonitoredTable.INCREMENTAL)))
                .containsExactly("left alone: nothing that it holds has changed since version 1");
        monitored.assertSameNumbersAs(scanned);
    }

    @Test
    void aLabelBeginsWhereTheLastOneEnded() {
        trips.append("2026-01-02", 40, 50);
        monitored.told(TUESDAY, MonitoredTable.INCREMENTAL);
        trips.append("2026-01-02", 5, 51);

        assertThat(monitored.told("2026-02-10/2026-02-11", MonitoredTable.VERIFIED))
                .allMatch(told -> told.contains("merged with 1 new file since version 1"));
        assertThat(monitored.told(MONDAY, MonitoredTable.VERIFIED))
                .allMatch(told -> told.contains("merged with 2 new files since version 0"));
        assertThat(monitored.told("2026-02-01/2026-02-02", MonitoredTable.VERIFIED))
                .allMatch(told -> told.startsWith("profiled in full: the store has no profile of it"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"DELETE FROM TRIPS WHERE trip = 'trip-1-7'", "UPDATE TRIPS SET minutes = 0 WHERE seats = 2"})
    void rowsThatGoOrChangeMeanAFullProfile(String statement) {
        trips.sql(statement).append("2026-01-02", 40, 50);

        assertThat(monitored.told(TUESDAY, MonitoredTable.VERIFIED))
                .allMatch(told -> told.startsWith("profiled in full: rows that it may hold were removed or changed"));
    }

    @Test
    void compactionMeansNothing() {
        trips.sql("OPTIMIZE TRIPS");

        assertThat(monitored.told(TUESDAY, MonitoredTable.VERIFIED))
                .allMatch(told -> told.startsWith("left alone: nothing that it holds has changed since version 0"));
    }

    @Test
    void anotherSelectionOfRowsIsNotTakenForTheOldOne() throws IOException {
        monitored = monitored.with(trips.timeless("current: {where: \"seats > 1\"}"));

        assertThat(monitored.told(MONDAY, MonitoredTable.VERIFIED))
                .allMatch(told -> told.startsWith("profiled in full"));
    }

    @Test
    void anotherSelectionOfRowsIsNotTakenForTheOldOneAfterItWasJudged() throws IOException {
        monitored = monitored.with(trips.timeless("current: {where: \"seats > 1\"}"));
        monitored.drift(MONDAY);

        assertThat(monitored.stored(MONDAY).rows()).isLessThan(FIRST_ROWS);
        assertThat(monitored.told(MONDAY, MonitoredTable.VERIFIED)).allMatch(told -> told.startsWith("left alone"));
    }

    @Test
    void otherThresholdsNeedNoOtherProfile() throws IOException {
        trips.append("2026-01-02", 40, 50);
        monitored = monitored.with(trips.timeless("drift: {significance: 0.01}"));

        assertThat(monitored.told(TUESDAY, MonitoredTable.VERIFIED))
                .allMatch(told -> told.contains("merged with 1 new file since version 0"));
    }
}
