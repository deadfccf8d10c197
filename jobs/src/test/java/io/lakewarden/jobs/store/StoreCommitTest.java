package io.lakewarden.jobs.store;

import static io.lakewarden.jobs.store.Attempts.MONITOR;
import static io.lakewarden.jobs.store.Attempts.days;
import static io.lakewarden.jobs.store.Attempts.month;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lakewarden.spark.SparkExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Whatever happens between two writes, and in whatever order windows come, the views are those of a clean run. */
@ExtendWith(SparkExtension.class)
class StoreCommitTest {
    @TempDir
    Path root;

    @Test
    void eachStepIsHeardOnceInOrder(SparkSession session) {
        List<String> heard = new ArrayList<>();
        DeltaStore.open(session, root.toString(), heard::add).commit(List.of(month(1, 1), month(2, 2)));

        assertThat(heard).isEqualTo(StoreListener.steps());
    }

    @Test
    void aCommitThatDiesBeforeRunsShowsNothingAndARepeatIsWhole(SparkSession session) {
        DeltaStore store = open(session, "store");
        store.commit(List.of(month(1, 1), month(2, 2)));
        StoreSnapshot before = StoreSnapshot.of(store);
        List<String> hidden =
                StoreListener.steps().subList(0, StoreListener.steps().indexOf("runs"));

        for (String step : hidden) {
            assertThatThrownBy(() -> dyingAfter(step, session).commit(List.of(month(2, 7), month(3, 3))))
                    .hasMessage("killed after " + step);
            assertThat(StoreSnapshot.of(store).differences(before)).as(step).isEmpty();
        }

        store.commit(List.of(month(2, 7), month(3, 3)));
        StoreSnapshot clean = clean(session, List.of(month(1, 1), month(2, 7), month(3, 3)));
        assertThat(StoreSnapshot.of(store).differences(clean)).isEmpty();
        assertThat(store.removeOrphans(Duration.ofHours(1)))
                .as("young orphans stay")
                .isZero();
        assertThat(store.removeOrphans(Duration.ZERO)).isEqualTo(2 * hidden.size());
        assertThat(store.removeOrphans(Duration.ZERO)).isZero();
        assertThat(StoreSnapshot.of(store).differences(clean)).isEmpty();
    }

    @Test
    void aCommitThatDiesAfterRunsShowsAllAndTheNextOneTidiesUp(SparkSession session) {
        DeltaStore store = open(session, "store");
        store.commit(List.of(month(1, 1)));
        assertThatThrownBy(() -> dyingAfter("runs", session).commit(List.of(month(1, 7))))
                .hasMessage("killed after runs");

        StoreSnapshot clean = clean(session, List.of(month(1, 7)));
        assertThat(StoreSnapshot.of(store).differences(clean)).isEmpty();
        assertThat(attemptsIn(session, StoreTable.PROFILES)).isEqualTo(2);
        store.commit(List.of(month(1, 7)));
        assertThat(StoreSnapshot.of(store).differences(clean)).isEmpty();
        for (StoreTable table : StoreTable.data()) {
            assertThat(attemptsIn(session, table)).as(table.tableName()).isEqualTo(1);
        }
        assertThat(attemptsIn(session, StoreTable.RUNS)).as("runs only grows").isEqualTo(3);
    }

    @Test
    void runningTwiceAndOutOfOrderGivesWhatACleanRunGives(SparkSession session) {
        DeltaStore store = open(session, "store");
        store.commit(List.of(month(3, 3)));
        store.commit(List.of(month(1, 9), month(2, 2)));
        store.commit(List.of(month(1, 1)));
        store.commit(List.of(month(1, 1)));

        StoreSnapshot clean = clean(session, List.of(month(1, 1), month(2, 2), month(3, 3)));
        assertThat(StoreSnapshot.of(store).differences(clean)).isEmpty();
        assertThat(StoreSnapshot.of(store).size()).isEqualTo(clean.size()).isPositive();
    }

    @Test
    void replacedRowsGoWithTheirFiles(SparkSession session) throws IOException {
        DeltaStore store = open(session, "store");
        store.commit(List.of(month(1, 1), month(2, 2)));
        store.commit(List.of(month(1, 7)));

        for (StoreTable table : StoreTable.data()) {
            assertThat(Files.readString(root.resolve("store")
                            .resolve(table.tableName())
                            .resolve("_delta_log/00000000000000000002.json")))
                    .as(table.tableName())
                    .contains("\"operation\":\"DELETE\"", "\"numRemovedFiles\":\"1\"", "{\"remove\":")
                    .doesNotContain("{\"add\":");
        }
    }

    @Test
    void aFileThatTwoWindowsShareKeepsTheOther(SparkSession session) {
        DeltaStore store = open(session, "store");
        store.commit(List.of(days(1, 11, 1), days(11, 21, 2)));
        store.commit(List.of(days(1, 11, 5)));

        StoreSnapshot clean = clean(session, List.of(days(1, 11, 5), days(11, 21, 2)));
        assertThat(StoreSnapshot.of(store).differences(clean)).isEmpty();
        assertThat(attemptsIn(session, StoreTable.PROFILES)).isEqualTo(2);
    }

    @Test
    void concurrentCommitsOfOneContentGiveWhatACleanRunGives(SparkSession session) {
        String path = root.resolve("store").toString();
        together(session, path, List.of(month(1, 1), month(2, 2)), List.of(month(1, 1), month(2, 2)));

        StoreSnapshot clean = clean(session, List.of(month(1, 1), month(2, 2)));
        assertThat(StoreSnapshot.of(DeltaStore.open(session, path)).differences(clean))
                .isEmpty();
    }

    @Test
    void ofConcurrentCommitsOfTwoContentsOneWinsWhole(SparkSession session) {
        String path = root.resolve("store").toString();
        together(session, path, List.of(month(1, 1)), List.of(month(1, 5)));

        DeltaStore store = DeltaStore.open(session, path);
        String snapshot =
                store.run(MONITOR, month(1)).orElseThrow().facts().inputs().sourceSnapshot();
        StoreSnapshot clean = clean(session, List.of(month(1, snapshot.equals("snapshot-1") ? 1 : 5)));
        assertThat(StoreSnapshot.of(store).differences(clean)).isEmpty();
    }

    /** Commits from two threads that start at once, each with a store of its own; the tables do not exist yet. */
    private static void together(SparkSession session, String path, List<Attempt> first, List<Attempt> second) {
        CyclicBarrier barrier = new CyclicBarrier(2);
        List<CompletableFuture<Void>> commits = new ArrayList<>();
        for (List<Attempt> attempts : List.of(first, second)) {
            commits.add(CompletableFuture.runAsync(() -> {
                DeltaStore store = DeltaStore.open(session, path);
                try {
                    barrier.await();
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
                store.commit(attempts);
            }));
        }
        commits.forEach(CompletableFuture::join);
    }

    private DeltaStore dyingAfter(String step, SparkSession session) {
        return DeltaStore.open(session, root.resolve("store").toString(), heard -> {
            if (heard.equals(step)) {
                throw new IllegalStateException("killed after " + heard);
            }
        });
    }

    /** Attempts with rows in a table, whether or not readers see them. */
    private long attemptsIn(SparkSession session, StoreTable table) {
        return session.read()
                .format("delta")
                .load(root.resolve("store").resolve(table.tableName()).toString())
                .select("run_id")
                .distinct()
                .count();
    }

    private StoreSnapshot clean(SparkSession session, List<Attempt> attempts) {
        DeltaStore store = open(session, "clean");
        store.commit(attempts);
        return StoreSnapshot.of(store);
    }

    private DeltaStore open(SparkSession session, String name) {
        return DeltaStore.open(session, root.resolve(name).toString());
    }
}
