package io.lakewarden.jobs.store;

import static io.lakewarden.jobs.store.Attempts.MONITOR;
import static io.lakewarden.jobs.store.Attempts.REFERENCE_ID;
import static io.lakewarden.jobs.store.Attempts.month;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lakewarden.profile.ProfileCodec;
import io.lakewarden.profile.SlicedProfile;
import io.lakewarden.result.MetricValue;
import io.lakewarden.spark.SparkExtension;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SparkExtension.class)
class DeltaStoreTest {
    @TempDir
    Path root;

    @Test
    void anEmptyStoreHasNothing(SparkSession session) {
        DeltaStore store = DeltaStore.open(session, root.toString());
        store.commit(List.of());

        assertThat(store.runs(MONITOR)).isEmpty();
        assertThat(store.run(MONITOR, month(1))).isEmpty();
        assertThat(store.reference(MONITOR, REFERENCE_ID)).isEmpty();
        assertThat(store.profiles(MONITOR, List.of(month(1)))).isEmpty();
        assertThat(store.findings(MONITOR, List.of(month(1)))).isEmpty();
        assertThat(store.trend(MONITOR, "1 month", month(1), 12)).isEmpty();
        assertThat(StoreSnapshot.of(store).size()).isZero();
    }

    @Test
    void whatIsCommittedIsReadBackToTheBit(SparkSession session) {
        DeltaStore store = DeltaStore.open(session, root.toString());
        Attempt first = month(1, 1);
        Attempt second = month(2, 2);
        Attempt third = month(3, 3);
        store.commit(List.of(second, first));
        store.commit(List.of(third));

        assertThat(store.run(MONITOR, month(1)).orElseThrow().facts()).isEqualTo(first.facts());
        assertThat(store.runs(MONITOR))
                .extracting(StoredRun::facts)
                .containsExactly(first.facts(), second.facts(), third.facts());
        assertThat(store.successors(MONITOR, month(1), 1))
                .extracting(StoredRun::window)
                .containsExactly(month(2));
        assertThat(store.runs("another")).isEmpty();
        assertThat(store.profiles(MONITOR, List.of(month(3), month(1), month(9))))
                .hasSize(2)
                .satisfies(profiles -> assertSame(profiles.get(month(1)).profile(), first.profile()))
                .satisfies(profiles -> assertSame(profiles.get(month(3)).profile(), third.profile()));
        assertThat(store.findings(MONITOR, List.of(month(2), month(9))))
                .hasSize(1)
                .containsEntry(month(2), second.findings());
    }

    @Test
    void aReferenceComesBackWithItsBlocks(SparkSession session) {
        DeltaStore store = DeltaStore.open(session, root.toString());
        Attempt attempt = Attempts.reference();
        store.commit(List.of(attempt));

        StoredReference reference = store.reference(MONITOR, REFERENCE_ID).orElseThrow();

        assertThat(reference.run().facts()).isEqualTo(attempt.facts());
        assertSame(reference.profile(), attempt.profile());
        assertThat(reference.blocks()).hasSize(6);
        for (int i = 0; i < 6; i++) {
            assertSame(reference.blocks().get(i), attempt.blocks().get(i));
        }
        assertThat(store.runs(MONITOR)).as("a reference is no window").isEmpty();
        assertThat(store.reference(MONITOR, "another")).isEmpty();
    }

    @Test
    void theTrendHoldsTheLastScoresBeforeAWindow(SparkSession session) {
        DeltaStore store = DeltaStore.open(session, root.toString());
        Attempt second = month(2, 2);
        store.commit(List.of(month(1, 1), second, month(3, 3), month(4, 4)));

        List<TrendPoint> trend = store.trend(MONITOR, "1 month", month(4), 2);

        assertThat(trend)
                .extracting(TrendPoint::window)
                .containsOnly(month(2), month(3))
                .isSorted();
        second.comparisons().get(0).drift().columns().forEach(column -> assertThat(trend)
                .filteredOn(point ->
                        point.window().equals(month(2)) && point.column().equals(column.column()))
                .singleElement()
                .satisfies(point -> {
                    assertThat(point.status()).isEqualTo(column.status());
                    assertThat(point.binningId())
                            .isEqualTo(second.profile()
                                    .whole()
                                    .column(column.column())
                                    .orElseThrow()
                                    .bins()
                                    .map(bins -> bins.binning().id()));
                    MetricValue score = column.scores().containsKey("population_stability_index")
                            ? column.scores().get("population_stability_index").value()
                            : MetricValue.unknown("not computed");
                    assertThat(point.score()).isEqualTo(score);
                }));
    }

    @Test
    void twoAttemptsAtOneWindowInOneCommitAreRefused(SparkSession session) {
        DeltaStore store = DeltaStore.open(session, root.toString());

        assertThatThrownBy(() -> store.commit(List.of(month(1, 1), month(1, 2))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2026-01-01/2026-02-01");
        assertThat(StoreSnapshot.of(store).size()).isZero();
    }

    private static void assertSame(SlicedProfile actual, SlicedProfile expected) {
        assertThat(actual.sliceNames()).isEqualTo(expected.sliceNames());
        for (int i = 0; i < expected.all().size(); i++) {
            assertThat(ProfileCodec.encode(actual.all().get(i)))
                    .isEqualTo(ProfileCodec.encode(expected.all().get(i)));
        }
        assertThat(Fingerprint.of(actual.all())).isEqualTo(Fingerprint.of(expected.all()));
    }
}
