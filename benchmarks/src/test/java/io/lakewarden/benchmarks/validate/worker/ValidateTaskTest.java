package io.lakewarden.benchmarks.validate.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lakewarden.benchmarks.profile.table.TableSize;
import io.lakewarden.benchmarks.profile.worker.Sessions;
import io.lakewarden.benchmarks.profile.worker.TableWriter;
import io.lakewarden.benchmarks.validate.worker.ScanCounts.Counts;
import io.lakewarden.benchmarks.validate.worker.ValidateTask.Told;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Everybody at a size that says nothing of time, but all of verdicts and of what is read. */
class ValidateTaskTest {
    private static final TableSize SIZE = new TableSize(2_000, 20);
    private static final int USED = 19;
    private static final Map<String, String> DELTA = Map.of(
            "spark.sql.extensions", "io.delta.sql.DeltaSparkSessionExtension",
            "spark.sql.catalog.spark_catalog", "org.apache.spark.sql.delta.catalog.DeltaCatalog");

    @TempDir
    static Path folder;

    private static SparkSession session;

    @BeforeAll
    static void writeTheTable() {
        DELTA.forEach(System::setProperty);
        session = Sessions.start();
        TableWriter.write(session, SIZE, folder.resolve("table"));
    }

    @AfterAll
    static void stop() {
        session.stop();
        DELTA.keySet().forEach(System::clearProperty);
    }

    @Test
    void everybodySaysTheSameOfFortyRules() throws IOException {
        SortedMap<String, Boolean> deequ = told("deequ").verdicts();

        assertThat(deequ).hasSize(40);
        assertThat(deequ.entrySet().stream()
                        .filter(verdict -> !verdict.getValue())
                        .map(Map.Entry::getKey)
                        .collect(Collectors.toList()))
                .containsExactly("age-there", "state-there");
        for (String ours : new String[] {"ours-alone", "ours-standing", "ours-command", "ours-quarantine"}) {
            assertThat(told(ours).verdicts()).as(ours).isEqualTo(deequ);
        }
    }

    @Test
    void aProfileSparesScansAndQuarantineTakesOneMore() throws IOException {
        Counts deequ = told("deequ").counts();
        Counts alone = told("ours-alone").counts();
        Counts standing = told("ours-standing").counts();
        Counts command = told("ours-command").counts();
        Counts quarantine = told("ours-quarantine").counts();

        // One scan of all columns that rules are about, and two of each column that has to be grouped.
        assertThat(deequ.cellsRead()).isEqualTo(SIZE.rows() * (USED + 4));
        assertThat(alone.cellsRead()).isEqualTo(deequ.cellsRead());
        assertThat(alone.jobs()).isLessThanOrEqualTo(deequ.jobs());
        // Of eleven columns something is asked that the profile does not know; one of them has to be grouped. With more
        // rows it is twelve: so few have so few products that all are counted.
        assertThat(standing.cellsRead()).isEqualTo(SIZE.rows() * (11 + 2));
        assertThat(standing.rowsRead()).isEqualTo(SIZE.rows() * 3);
        // A command reads some rows of its store too.
        assertThat(command.rowsRead()).isBetween(SIZE.rows() * 3, SIZE.rows() * 4 - 1);
        assertThat(quarantine.rowsRead() - command.rowsRead()).isBetween(SIZE.rows(), SIZE.rows() + 500);
        assertThat(quarantine.rowsWritten() - command.rowsWritten()).isBetween(SIZE.rows(), SIZE.rows() + 100);
    }

    @Test
    void aBareWriteReadsAndWritesEveryRowOnce() throws IOException {
        Told write = told("bare-write");

        assertThat(write.verdicts()).isEmpty();
        // Delta reads its own log beside.
        assertThat(write.counts().rowsRead()).isBetween(SIZE.rows(), SIZE.rows() + 100);
        assertThat(write.counts().cellsRead()).isBetween(SIZE.cells(), SIZE.cells() + 1_000);
        assertThat(write.counts().rowsWritten()).isEqualTo(SIZE.rows());
    }

    @Test
    void rejectsWhoIsNoCompetitor() {
        assertThatThrownBy(() -> told("ours")).hasMessageContaining("'ours'");
    }

    private static Told told(String name) throws IOException {
        return ValidateTask.of(name, session, folder.resolve("table"), Files.createTempDirectory(folder, name))
                .run();
    }
}
