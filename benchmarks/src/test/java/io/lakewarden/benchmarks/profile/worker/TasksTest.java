package io.lakewarden.benchmarks.profile.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lakewarden.benchmarks.profile.accuracy.Accuracy;
import io.lakewarden.benchmarks.profile.accuracy.AccuracyCheck;
import io.lakewarden.benchmarks.profile.table.TableSize;
import io.lakewarden.profile.DatasetProfile;
import java.nio.file.Path;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TasksTest {
    /** More columns than Spark reads in batches unless told to. */
    private static final TableSize SIZE = new TableSize(2_000, 120);

    @TempDir
    static Path folder;

    private static SparkSession session;

    @BeforeAll
    static void writeTheTable() {
        session = Sessions.start();
        TableWriter.write(session, SIZE, folder.resolve("table"));
    }

    @AfterAll
    static void stop() {
        session.stop();
    }

    @Test
    void readsWhatWasGenerated() {
        DatasetProfile profile = (DatasetProfile) task("ours").run();
        Accuracy accuracy = AccuracyCheck.check(profile, SIZE);

        assertThat(profile.rows()).isEqualTo(SIZE.rows());
        assertThat(accuracy.wrong()).isEmpty();
        assertThat(accuracy.columns()).isEqualTo(120);
        assertThat(accuracy.rankError()).isLessThanOrEqualTo(0.005);
        assertThat(accuracy.momentError()).isLessThan(1e-9);
        assertThat(accuracy.frequentOutsideBounds()).isZero();
        assertThat(accuracy.frequentMissed()).isZero();
        assertThat(accuracy.frequentValues()).isPositive();
    }

    @Test
    void profilesTheSameRowsWithBinsAndInSlices() {
        DatasetProfile binned = (DatasetProfile) task("ours-bins").run();
        DatasetProfile sliced = (DatasetProfile) task("ours-slices").run();

        assertThat(binned.rows()).isEqualTo(SIZE.rows());
        assertThat(binned.columns().values())
                .anySatisfy(column -> assertThat(column.bins()).isPresent());
        assertThat(sliced.rows()).isEqualTo(SIZE.rows());
    }

    @Test
    void sumsTheSameOverBatchesAndRows() {
        double rows = (Double) task("bare-rows").run();

        assertThat(rows).isPositive();
        assertThat((Double) task("bare-scan").run()).isCloseTo(rows, Percentage.withPercentage(1e-9));
    }

    @Test
    void countsTheSameWithBuiltins() {
        Row found = (Row) task("spark-builtins").run();

        assertThat(found.getLong(0)).isEqualTo(SIZE.rows());
        assertThat(found.getLong(1) + found.getLong(2)).isEqualTo(SIZE.rows());
    }

    @Test
    void rejectsWhatIsNoCompetitorOnSpark() {
        assertThatThrownBy(() -> task("duckdb")).hasMessageContaining("'duckdb'");
    }

    private static Task task(String name) {
        return Tasks.of(name, session, folder.resolve("table"));
    }
}
