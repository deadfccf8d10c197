package io.lakewarden.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lakewarden.result.Slice;
import io.lakewarden.result.Window;
import java.util.List;
import org.junit.jupiter.api.Test;

class SlicedProfileTest {
    private static final Window JANUARY = Window.parse("2026-01-01/2026-02-01");
    private static final Window FEBRUARY = Window.parse("2026-02-01/2026-03-01");
    private static final List<ColumnSpec> COLUMNS = List.of(new ColumnSpec("x", ColumnKind.OPAQUE, "binary"));
    private static final Slice NORTH = new Slice("region", "north");
    private static final Slice HOSTILE = new Slice("a.`b`", "~ <script> 😀");

    @Test
    void ordersSlicesByKeyThenValueAndTheRestLast() {
        SlicedProfile sliced = SlicedProfile.of(
                profile(JANUARY, Slice.ALL, 9),
                List.of(
                        profile(JANUARY, Slice.rest("region"), 2),
                        profile(JANUARY, new Slice("region", "~"), 3),
                        profile(JANUARY, NORTH, 4),
                        profile(JANUARY, HOSTILE, 9)));

        assertThat(sliced.sliceNames()).containsExactly(HOSTILE, NORTH, new Slice("region", "~"), Slice.rest("region"));
        assertThat(sliced.all())
                .extracting(DatasetProfile::slice)
                .containsExactly(Slice.ALL, HOSTILE, NORTH, new Slice("region", "~"), Slice.rest("region"));
        assertThat(sliced.slice(NORTH).orElseThrow().rows()).isEqualTo(4);
        assertThat(sliced.slice(new Slice("region", "south"))).isEmpty();
    }

    @Test
    void mergesSliceBySlice() {
        SlicedProfile both = sliced(JANUARY, 4, 3).merge(sliced(FEBRUARY, 10, 1));

        assertThat(both.window()).isEqualTo(Window.parse("2026-01-01/2026-03-01"));
        assertThat(both.rows()).isEqualTo(14);
        assertThat(both.slices()).extracting(DatasetProfile::rows).containsExactly(4L, 10L);
        assertThat(both.slices()).extracting(DatasetProfile::window).containsOnly(both.window());
    }

    @Test
    void labelsAllOfItAnew() {
        SlicedProfile labelled = sliced(JANUARY, 4, 3).labelled(FEBRUARY);

        assertThat(labelled.all()).extracting(DatasetProfile::window).containsOnly(FEBRUARY);
        assertThat(labelled.all()).extracting(DatasetProfile::rows).containsExactly(4L, 3L, 1L);
    }

    @Test
    void refusesWhatDoesNotFitTogether() {
        assertThatThrownBy(() -> sliced(JANUARY, 4, 3).merge(SlicedProfile.of(profile(JANUARY, Slice.ALL, 4))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("profiles of different slices cannot be merged");
        assertThatThrownBy(() -> SlicedProfile.of(profile(JANUARY, NORTH, 1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> SlicedProfile.of(
                        profile(JANUARY, Slice.ALL, 1),
                        List.of(profile(JANUARY, NORTH, 1), profile(JANUARY, NORTH, 1))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the slice region = north is profiled twice");
        assertThatThrownBy(() -> SlicedProfile.of(
                        profile(JANUARY, Slice.ALL, 1), List.of(DatasetProfile.empty(JANUARY, NORTH, List.of()))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the slice region = north has other columns than all rows have");
    }

    private static SlicedProfile sliced(Window window, long rows, long north) {
        return SlicedProfile.of(
                profile(window, Slice.ALL, rows),
                List.of(profile(window, NORTH, north), profile(window, Slice.rest("region"), rows - north)));
    }

    private static DatasetProfile profile(Window window, Slice slice, long rows) {
        ProfileBuilder builder = new ProfileBuilder(COLUMNS, ProfileDetail.FULL);
        for (long row = 0; row < rows; row++) {
            builder.addRow();
            builder.column(0).addNull();
        }
        return builder.build(window, slice);
    }
}
