package io.lakewarden.jobs.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.lakewarden.jobs.config.MonitorConfig;
import io.lakewarden.jobs.source.SourceChanges.Known;
import io.lakewarden.jobs.source.SourceChanges.Unknown;
import io.lakewarden.result.Window;
import io.lakewarden.spark.SparkExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.io.FileUtils;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.delta.DeltaLog;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What real Delta logs say of the rows that came and went. */
@ExtendWith(SparkExtension.class)
class SourceHistoryTest {
    private static final Window FIFTH = Window.parse("2026-01-05/2026-01-06");
    private static final Window SIXTH = Window.parse("2026-01-06/2026-01-07");

    @TempDir
    Path folder;

    private SparkSession session;
    private Trips trips;
    private ResolvedSource before;

    @BeforeEach
    void prepare(SparkSession spark) throws IOException {
        session = spark;
        trips = Trips.of(spark, folder, 6);
        before = read(trips.monitor());
    }

    @Test
    void newFilesTouchTheWindowsOfTheirRows() throws IOException {
        trips.append("2026-01-05", 40, 50).append("2026-01-05", 2_000, 51).append("2026-01-07", 30, 7);

        Known changes = known();

        assertThat(changes.filesGained(FIFTH)).isEqualTo(2);
        assertThat(changes.filesGained(SIXTH)).isZero();
        assertThat(changes.since()).isEqualTo("version 0");
        assertNothingIsMissed(changes);
    }

    @Test
    void nothingHappenedSinceTheSameVersion() throws IOException {
        Known changes = known();

        assertThat(changes.gained()).isEmpty();
        assertThat(changes.lost()).isEmpty();
        assertThat(changes.added().data().count()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "false"})
    void deletedAndMovedRowsTouchTheWindowsThatTheyLeave(String deletionVectors) throws IOException {
        trips.sql("ALTER TABLE TRIPS SET TBLPROPERTIES ('delta.enableDeletionVectors' = '" + deletionVectors + "')");
        before = read(trips.monitor());
        trips.sql("UPDATE TRIPS SET started = started + INTERVAL 1 DAY"
                        + " WHERE started >= '2026-01-05' AND started < '2026-01-06' AND zone = 'zone 1'")
                .append("2026-01-06", 10, 60)
                .sql("DELETE FROM TRIPS WHERE trip = 'trip-60-1'");

        Known changes = known();

        assertThat(changes.mayHaveLost(FIFTH)).isTrue();
        assertThat(changes.mayHaveLost(SIXTH)).isFalse();
        assertThat(changes.filesGained(SIXTH)).isPositive();
        assertNothingIsMissed(changes);
    }

    @Test
    void anOverwriteTouchesEverything() throws IOException {
        trips.sql("INSERT OVERWRITE TRIPS SELECT * FROM TRIPS WHERE seats > 0");

        Known changes = known();

        assertThat(changes.mayHaveLost(FIFTH)).isTrue();
        assertThat(changes.mayHaveLost(SIXTH)).isTrue();
    }

    @Test
    void compactionTouchesNothing() throws IOException {
        trips.sql("OPTIMIZE TRIPS");

        Known changes = known();

        assertThat(changes.lost()).isEmpty();
        assertThat(changes.gained()).isEmpty();
        assertNothingIsMissed(changes);
    }

    @Test
    void newRowsCompactedTogetherWithOldOnesAreNotTakenTwice() throws IOException {
        trips.append("2026-01-05", 100, 55).sql("OPTIMIZE TRIPS");

        Known changes = known();

        assertThat(changes.mayHaveLost(FIFTH)).isTrue();
        assertThat(changes.mayHaveLost(SIXTH)).isFalse();
        assertThat(changes.filesGained(SIXTH)).isZero();
        assertNothingIsMissed(changes);
    }

    @Test
    void newRowsCompactedAmongThemselvesStayNewRows() throws IOException {
        trips.append("2026-01-06", 10, 61).append("2026-01-06", 10, 62);
        compactSmallFiles();

        Known changes = known();

        assertThat(changes.mayHaveLost(SIXTH)).isFalse();
        assertThat(changes.filesGained(SIXTH)).isEqualTo(1);
        assertNothingIsMissed(changes);
    }

    @Test
    void newRowsCompactedByAWriterThatKeepsLittleAreNotLost() throws IOException {
        trips.append("2026-01-06", 10, 61).append("2026-01-06", 10, 62);
        compactSmallFiles();
        Path commit = Path.of(trips.table(), "_delta_log/00000000000000000003.json");
        String all = Files.readString(commit);
        String little = all.replaceAll("\"extendedFileMetadata\":true,\"partitionValues\":\\{\\},\"size\":\\d+,?", "");
        assertThat(little).hasSizeLessThan(all.length());
        Files.writeString(commit, little);
        Files.deleteIfExists(commit.resolveSibling("." + commit.getFileName() + ".crc"));
        DeltaLog.clearCache();

        Known changes = known();

        assertThat(changes.mayHaveLost(SIXTH)).isTrue();
        assertThat(changes.mayHaveLost(FIFTH)).isFalse();
        assertNothingIsMissed(changes);
    }

    private void compactSmallFiles() {
        session.conf().set("spark.databricks.delta.optimize.minFileSize", "5000");
        try {
            trips.sql("OPTIMIZE TRIPS");
        } finally {
            session.conf().unset("spark.databricks.delta.optimize.minFileSize");
        }
    }

    @Test
    void anOldFileThatComesBackIsAsIfItHadNeverBeenGone() throws IOException {
        trips.sql("DELETE FROM TRIPS WHERE started >= '2026-01-05' AND started < '2026-01-06'")
                .sql("RESTORE TABLE TRIPS TO VERSION AS OF 0");

        Known changes = known();

        assertThat(changes.lost()).isEmpty();
        assertThat(changes.gained()).isEmpty();
    }

    @Test
    void filesWithoutStatisticsMayHoldAnything() throws IOException {
        trips.sql("ALTER TABLE TRIPS SET TBLPROPERTIES ('delta.dataSkippingStatsColumns' = 'seats')");
        before = read(trips.monitor());
        trips.append("2026-01-05", 40, 50).sql("DELETE FROM TRIPS WHERE trip = 'trip-50-1'");
        assertThat(known().filesGained(SIXTH)).isEqualTo(1);

        before = read(trips.monitor());
        trips.sql("DELETE FROM TRIPS WHERE trip = 'trip-50-2'");

        assertThat(known().mayHaveLost(SIXTH)).isTrue();
    }

    @Test
    void aColumnThatWasRenamedIsFoundByItsNameInFiles() throws IOException {
        trips.sql("ALTER TABLE TRIPS SET TBLPROPERTIES ('delta.columnMapping.mode' = 'name',"
                        + " 'delta.minReaderVersion' = '2', 'delta.minWriterVersion' = '5')")
                .sql("ALTER TABLE TRIPS RENAME COLUMN started TO begun")
                .sql("ALTER TABLE TRIPS RENAME COLUMN begun TO started");
        before = read(trips.monitor());
        trips.append("2026-01-05", 40, 50);

        Known changes = known();

        assertThat(changes.filesGained(FIFTH)).isEqualTo(1);
        assertThat(changes.filesGained(SIXTH)).isZero();
        assertNothingIsMissed(changes);
    }

    @Test
    void aChangedSchemaIsNotFollowed() throws IOException {
        trips.sql("ALTER TABLE TRIPS ADD COLUMNS (fare DOUBLE)");

        assertThat(reason()).isEqualTo("the table's schema has changed since version 0");
    }

    @Test
    void aLogThatWasCleanedUpIsNotFollowed() throws IOException {
        trips.append("2026-01-05", 40, 50).append("2026-01-06", 40, 60);
        DeltaLog.forTable(session, trips.table()).createCheckpointAtVersion(2);
        try (Stream<Path> log = Files.list(Path.of(trips.table(), "_delta_log"))) {
            for (Path commit : log.filter(it -> it.toString().matches(".*[01]\\.(json|crc)(\\.crc)?"))
                    .toList()) {
                Files.delete(commit);
            }
        }
        DeltaLog.clearCache();

        assertThat(reason()).startsWith("the table's log cannot be read back to version 0 (");
    }

    @Test
    void anotherTableInTheSamePlaceIsNotFollowed() throws IOException {
        FileUtils.deleteDirectory(Path.of(trips.table()).toFile());
        DeltaLog.clearCache();
        Trips.of(session, folder, 6);

        assertThat(reason()).contains("another table");
    }

    @Test
    void aLaterVersionIsNotFollowedBack() throws IOException {
        trips.append("2026-01-05", 40, 50);
        before = read(trips.monitor());

        assertThat(read(trips.monitor(", version: 0")).history().since(before.snapshot()))
                .isEqualTo(new Unknown("it was profiled at the later version 1"));
    }

    @Test
    void predicatesApplyToNewRowsToo() throws IOException {
        String where = ", where: \"seats = 3\"";
        before = read(trips.monitor(where));
        trips.append("2026-01-05", 200, 50);

        ResolvedSource now = read(trips.monitor(where));
        Known changes = (Known) now.history().since(before.snapshot());

        assertThat(changes.added().data().where("seats <> 3").count()).isZero();
        assertThat(changes.added().data().count())
                .isPositive()
                .isEqualTo(now.data().count() - before.data().count());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "started < current_timestamp()",
                "started < 'now'",
                "rand() < 0.5",
                "seats IN (SELECT max(seats) FROM TRIPS)"
            })
    void predicatesThatDoNotDependOnTheRowAloneAreNotFollowed(String predicate) throws IOException {
        String where = ", where: \"" + predicate.replace("TRIPS", "delta.`" + trips.table() + "`") + "\"";
        before = read(trips.monitor(where));

        assertThat(read(trips.monitor(where)).history().since(before.snapshot()))
                .isEqualTo(new Unknown("source.where may choose other rows each time it is asked"));
    }

    private Known known() throws IOException {
        return (Known) read(trips.monitor()).history().since(before.snapshot());
    }

    private String reason() throws IOException {
        return ((Unknown) read(trips.monitor()).history().since(before.snapshot())).reason();
    }

    private ResolvedSource read(MonitorConfig monitor) {
        return new SourceReader(session).read(monitor.source(), monitor.time());
    }

    /** In every window that lost nothing, the rows of before and the added ones together are the rows of now. */
    private void assertNothingIsMissed(Known changes) throws IOException {
        ResolvedSource now = read(trips.monitor());
        for (int day = 1; day <= 8; day++) {
            Window window = Window.parse("2026-01-0" + day + "/2026-01-0" + (day + 1));
            if (!changes.mayHaveLost(window)) {
                List<String> expected = trips(before, window);
                expected.addAll(trips(changes.added(), window));
                assertThat(trips(now, window)).containsExactlyInAnyOrderElementsOf(expected);
                if (changes.filesGained(window) == 0) {
                    assertThat(trips(changes.added(), window)).isEmpty();
                }
            }
        }
    }

    private static List<String> trips(ResolvedSource source, Window window) {
        return new ArrayList<>(source
                .data()
                .where("started >= '" + window.start() + "' AND started < '" + window.end() + "'")
                .select("trip")
                .collectAsList()
                .stream()
                .map(row -> row.getString(0))
                .toList());
    }
}
