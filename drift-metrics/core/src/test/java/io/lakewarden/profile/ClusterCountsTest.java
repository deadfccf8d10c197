package io.lakewarden.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lakewarden.result.Slice;
import io.lakewarden.result.Window;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ClusterCountsTest {
    private static final Window DAY = Window.ofDay(LocalDate.of(2026, 1, 1));

    @Test
    void countsBinsThenWhatIsNotFiniteThenNulls() {
        ClusterCounts counts = ClusterCounts.of(List.of(
                numbers(0.5, 1, 7, Double.NaN, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, Double.NaN),
                numbers(2)));

        assertThat(counts).hasToString("ClusterCounts[[2, 0, 1, 1, 1, 2, 1], [0, 1, 0, 0, 0, 0, 1]]");
        assertThat(counts.rows(0)).isEqualTo(8);
    }

    @Test
    void mergesAndTravelsBlockByBlock() {
        ClusterCounts one = ClusterCounts.of(List.of(numbers(0.5), numbers(7)));
        ClusterCounts both = one.merge(ClusterCounts.of(List.of(numbers(7), numbers(7, 7))));

        assertThat(both)
                .isEqualTo(ClusterCounts.of(
                        List.of(numbers(0.5).merge(numbers(7)), numbers(7, 7, 7).merge(numbers()))));
        byte[] bytes = ProfileCodec.encode(both);
        assertThat(ProfileCodec.decodeClusters(bytes)).isEqualTo(both);
        for (int i = 0; i < bytes.length; i++) {
            byte[] damaged = bytes.clone();
            damaged[i] ^= 4;
            assertThatThrownBy(() -> ProfileCodec.decodeClusters(damaged)).isInstanceOf(ProfileFormatException.class);
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> one.merge(ClusterCounts.of(List.of(numbers(1)))))
                .withMessage("counts of 2 blocks and 7 cells cannot be merged with 1 blocks and 7 cells");
    }

    @Test
    void standsBesideTheProfileOfAllRows() {
        ClusterCounts counts = ClusterCounts.of(List.of(numbers(0.5), numbers(7)));
        SlicedProfile plain = SlicedProfile.of(DatasetProfile.of(DAY, Slice.ALL, 4, List.of(numbers(0.5, 7))));
        SlicedProfile clustered = plain.withClusters(Map.of("x", counts));

        assertThat(clustered.merge(clustered).clusters()).isEqualTo(Map.of("x", counts.merge(counts)));
        assertThat(clustered.labelled(Window.ofDay(LocalDate.EPOCH)).clusters()).isEqualTo(clustered.clusters());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> clustered.merge(plain))
                .withMessage("profiles with and without clusters cannot be merged");
        assertThatIllegalArgumentException().isThrownBy(() -> plain.withClusters(Map.of("y", counts)));
    }

    /** These numbers in three bins, and a null. */
    private static ColumnProfile numbers(double... values) {
        ProfileBuilder builder = new ProfileBuilder(
                List.of(new ColumnSpec("x", ColumnKind.NUMERIC, "double", Optional.of(NumericBinning.ofEdges(1, 5)))),
                ProfileDetail.COUNTS);
        for (double value : values) {
            ((NumericColumnBuilder) builder.column(0)).add(value);
        }
        builder.column(0).addNull();
        return builder.build(DAY, Slice.ALL).column("x").orElseThrow();
    }
}
