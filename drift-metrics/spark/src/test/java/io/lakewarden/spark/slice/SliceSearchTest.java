package io.lakewarden.spark.slice;

import static org.assertj.core.api.Assertions.assertThat;

import io.lakewarden.drift.ClusteredMovement;
import io.lakewarden.drift.SliceMovement;
import io.lakewarden.drift.SliceMovement.Part;
import io.lakewarden.spark.SparkExtension;
import io.lakewarden.spark.slice.SliceSearch.Found;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkExtension.class)
class SliceSearchTest {
    private static final Part NONE = new Part(0, 0, 0, 0);
    private static final List<SliceCandidates> CANDIDATES = List.of(
            new SliceCandidates("`a.``b`` 😀`", List.of("<x>", "y"), List.of()),
            new SliceCandidates("number", List.of(), List.of(3.0)),
            new SliceCandidates("absent", List.of("z"), List.of()));

    private final SparkSession session;

    SliceSearchTest(SparkSession session) {
        this.session = session;
    }

    private Dataset<Row> rows(String values) {
        return session.sql("SELECT * FROM VALUES " + values + " AS t(`a.``b`` 😀`, number, target)");
    }

    private Map<Found, SliceMovement> movements(Optional<String> target, boolean pairs) {
        return counted(target, pairs, List.of()).bySlice().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, movement -> movement.getValue().whole()));
    }

    private SliceMovements counted(Optional<String> target, boolean pairs, List<String> key) {
        return SliceSearch.movements(
                rows(
                        "('<x>', 1.0D, 1.0D), ('<x>', 3.0D, 2.0D), ('y', 5.0D, double('NaN')), (NULL, double('NaN'), 4.0D)"),
                rows("('<x>', 1.0D, 3.0D), ('other', double('Infinity'), double('Infinity'))"),
                CANDIDATES,
                target,
                pairs,
                key);
    }

    @Test
    void countsEveryPartAndPairOnBothSides() {
        Part before = new Part(4, 3, 7, 21);
        Part now = new Part(2, 1, 3, 9);
        Part one = new Part(1, 1, 1, 1);
        Part three = new Part(1, 1, 3, 9);

        assertThat(movements(Optional.of("target"), true))
                .containsOnly(
                        Map.entry(single(0, 0), new SliceMovement(new Part(2, 2, 3, 5), three, before, now)),
                        Map.entry(single(0, 1), new SliceMovement(new Part(1, 0, 0, 0), NONE, before, now)),
                        Map.entry(single(1, 0), new SliceMovement(one, three, before, now)),
                        Map.entry(
                                single(1, 1),
                                new SliceMovement(new Part(2, 1, 2, 4), new Part(1, 0, 0, 0), before, now)),
                        Map.entry(new Found(0, 0, 1, 0), new SliceMovement(one, three, before, now)),
                        Map.entry(new Found(0, 0, 1, 1), new SliceMovement(new Part(1, 1, 2, 4), NONE, before, now)),
                        Map.entry(new Found(0, 1, 1, 1), new SliceMovement(new Part(1, 0, 0, 0), NONE, before, now)));
    }

    @Test
    void makesNoPairsAtDepthOneAndNeedsNoTarget() {
        assertThat(movements(Optional.empty(), false))
                .containsOnlyKeys(single(0, 0), single(0, 1), single(1, 0), single(1, 1))
                .containsEntry(
                        single(0, 0),
                        new SliceMovement(
                                new Part(2, 0, 0, 0),
                                new Part(1, 0, 0, 0),
                                new Part(4, 0, 0, 0),
                                new Part(2, 0, 0, 0)));
        assertThat(movements(Optional.of("`a.``b`` 😀`"), false)
                        .get(single(0, 0))
                        .mean(0))
                .as("texts have no mean")
                .isEmpty();
    }

    @Test
    void countsInBlocksOfAKeyThatAddUp() {
        SliceMovements found = counted(Optional.of("target"), true, List.of("`a.``b`` 😀`"));
        ClusteredMovement x = found.bySlice().get(single(0, 0));

        assertThat(x.whole()).isEqualTo(movements(Optional.of("target"), true).get(single(0, 0)));
        assertThat(x.blocks()).hasSize(32);
        assertThat(x.blocks())
                .filteredOn(block -> block.reference().rows() + block.current().rows() > 0)
                .as("one key is in one block on both sides")
                .singleElement()
                .satisfies(block -> {
                    assertThat(block.reference()).isEqualTo(x.whole().reference());
                    assertThat(block.current()).isEqualTo(x.whole().current());
                });
        assertThat(x.blocks().stream().map(SliceMovement::allReference).reduce(NONE, Part::and))
                .isEqualTo(x.whole().allReference());
        assertThat(counted(Optional.empty(), true, List.of())
                        .bySlice()
                        .get(single(0, 0))
                        .blocks())
                .isEmpty();
    }

    @Test
    void takesTheRowsOfOneSliceOutOfAnother() {
        SliceMovements pairs = counted(Optional.of("target"), true, List.of());
        // of '<x>' the row 1.0 is below 2 on either side; y has a number of its own
        assertThat(pairs.besides(single(0, 0), single(1, 0)).orElseThrow().whole())
                .isEqualTo(new SliceMovement(new Part(1, 1, 2, 4), NONE, new Part(3, 2, 6, 20), new Part(1, 0, 0, 0)));
        assertThat(pairs.besides(single(0, 0), single(0, 1)).orElseThrow().whole())
                .as("two values of one column have no row together")
                .isEqualTo(new SliceMovement(
                        new Part(2, 2, 3, 5), new Part(1, 1, 3, 9), new Part(3, 3, 7, 21), new Part(2, 1, 3, 9)));
        assertThat(pairs.besides(new Found(0, 0, 1, 0), single(0, 0))
                        .orElseThrow()
                        .whole()
                        .reference())
                .as("a part of it")
                .isEqualTo(NONE);
        SliceMovements singles = counted(Optional.of("target"), false, List.of());
        assertThat(singles.besides(single(0, 0), single(1, 0)))
                .as("not counted")
                .isEmpty();
        assertThat(singles.besides(single(0, 0), single(0, 1))).isPresent();
    }

    private static Found single(int column, int part) {
        return new Found(column, part, -1, -1);
    }
}
