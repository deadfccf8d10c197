package io.lakewarden.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lakewarden.result.Slice;
import io.lakewarden.result.Window;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DatasetProfileTest {
    private static final Window JANUARY = Window.parse("2026-01-01/2026-02-01");
    private static final Window MARCH = Window.parse("2026-03-01/2026-04-01");
    private static final List<ColumnSpec> COLUMNS = List.of(
            new ColumnSpec("amount", ColumnKind.NUMERIC, "double", Optional.of(NumericBinning.ofEdges(1, 2))),
            new ColumnSpec("a.`b.c`", ColumnKind.CATEGORICAL, "string"),
            new ColumnSpec("tags", ColumnKind.COLLECTION, "array<string>"));

    private static DatasetProfile profile(Window window, double... amounts) {
        ProfileBuilder builder = new ProfileBuilder(COLUMNS, ProfileDetail.FULL);
        for (double amount : amounts) {
            builder.addRow();
            ((NumericColumnBuilder) builder.column(0)).add(amount);
            ((CategoricalColumnBuilder) builder.column(1)).add("x" + amount);
            builder.column(2).addNull();
        }
        return builder.build(window, Slice.ALL);
    }

    @Test
    void mergingIsAssociativeAndTakesTheHullOfTheWindows() {
        DatasetProfile a = profile(JANUARY, 1, 2);
        DatasetProfile b = profile(MARCH, 3);
        DatasetProfile c = profile(JANUARY, 4);
        byte[] left = ProfileCodec.encode(a.merge(b).merge(c));

        assertThat(ProfileCodec.encode(a.merge(b.merge(c)))).isEqualTo(left);
        assertThat(a.merge(b).window()).isEqualTo(Window.parse("2026-01-01/2026-04-01"));
        assertThat(a.merge(b).rows()).isEqualTo(3);
        assertThat(a.merge(b).columns().keySet()).containsExactly("amount", "a.`b.c`", "tags");
    }

    @Test
    void theEmptyProfileIsTheIdentity() {
        DatasetProfile profile = profile(JANUARY, 1, 2, 3);
        DatasetProfile empty = DatasetProfile.empty(JANUARY, Slice.ALL, COLUMNS);

        assertThat(ProfileCodec.encode(profile.merge(empty))).isEqualTo(ProfileCodec.encode(profile));
        assertThat(ProfileCodec.encode(empty.merge(profile))).isEqualTo(ProfileCodec.encode(profile));
    }

    @Test
    void encodingKeepsEverything() {
        DatasetProfile profile = profile(JANUARY, 1, 2, 3);
        DatasetProfile decoded = ProfileCodec.decodeDataset(ProfileCodec.encode(profile));

        assertThat(decoded.window()).isEqualTo(JANUARY);
        assertThat(decoded.slice()).isEqualTo(Slice.ALL);
        assertThat(decoded.rows()).isEqualTo(3);
        assertThat(decoded.specs()).isEqualTo(COLUMNS);
        assertThat(ProfileCodec.encode(decoded)).isEqualTo(ProfileCodec.encode(profile));
    }

    @Test
    void profilesOfDifferentShapeDoNotMerge() {
        DatasetProfile profile = profile(JANUARY, 1);
        DatasetProfile other = DatasetProfile.empty(JANUARY, Slice.ALL, COLUMNS.subList(0, 1));
        DatasetProfile slice = DatasetProfile.empty(JANUARY, new Slice("sex", "f"), COLUMNS);

        assertThatThrownBy(() -> profile.merge(other)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> profile.merge(slice))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("sex = f");
    }

    @Test
    void aColumnNameStandsOnce() {
        List<ColumnSpec> twice = List.of(COLUMNS.get(1), COLUMNS.get(1));
        assertThatThrownBy(() -> DatasetProfile.empty(JANUARY, Slice.ALL, twice))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a.`b.c`");
    }
}
