package io.lakewarden.jobs.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.lakewarden.jobs.config.MonitorConfig;
import io.lakewarden.jobs.store.DeltaStore;
import io.lakewarden.jobs.store.StoreListener;
import io.lakewarden.jobs.store.StoreSnapshot;
import io.lakewarden.jobs.store.StoreTable;
import io.lakewarden.spark.SparkExtension;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A run killed between any two writes shows nothing of itself, and repeated it gives the tables of a clean run. */
@ExtendWith(SparkExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KilledRunIT {
    @TempDir
    static Path folder;

    private SparkSession session;
    private Measurements measurements;
    private MonitorConfig monitor;

    @BeforeAll
    void prepare(SparkSession spark) throws IOException {
        session = spark;
        measurements = Measurements.in(folder.resolve("data"));
        monitor = measurements.sliced();
        jobs().run(measurements.request(monitor, folder.resolve("clean"), 3));
    }

    static Stream<String> stepsBeforeTheSwitch() {
        List<String> steps = StoreListener.steps();
        return steps.subList(0, steps.indexOf(StoreTable.RUNS.tableName())).stream();
    }

    @ParameterizedTest
    @MethodSource("stepsBeforeTheSwitch")
    void showsNothingAndLeavesNothingInTheWay(String step) throws Exception {
        Path store = folder.resolve("killed-" + step);

        int exit = DyingProcess.run(KilledRun.class, folder.resolve("data").toString(), store.toString(), step);

        assertThat(exit).isEqualTo(DyingProcess.KILLED);

        assertThat(StoreSnapshot.of(open(store)).size()).isZero();
        jobs().run(measurements.request(monitor, store, 3));
        assertThat(StoreSnapshot.of(open(folder.resolve("clean"))).differences(StoreSnapshot.of(open(store))))
                .isEmpty();
    }

    private static Jobs jobs() {
        return new MonitorJobs(Progress.silent(), Clock.systemUTC(), StoreListener.SILENT);
    }

    private DeltaStore open(Path store) {
        return DeltaStore.open(session, store.toString());
    }
}
