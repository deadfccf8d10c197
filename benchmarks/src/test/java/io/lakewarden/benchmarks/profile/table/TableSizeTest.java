package io.lakewarden.benchmarks.profile.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TableSizeTest {
    @Test
    void readsWhatItWrites() {
        assertThat(TableSize.parse("10Mx20"))
                .isEqualTo(new TableSize(10_000_000, 20))
                .hasToString("10Mx20");
        assertThat(TableSize.parse("100k x 5000".replace(" ", "")))
                .isEqualTo(new TableSize(100_000, 5_000))
                .hasToString("100kx5k");
        assertThat(TableSize.parse("1234x7")).isEqualTo(new TableSize(1_234, 7)).hasToString("1234x7");
    }

    @Test
    void rejectsWhatIsNoSize() {
        assertThatThrownBy(() -> TableSize.parse("many"))
                .hasMessage("a size is written as rows x columns, such as 10Mx20 or 200kx20, but got 'many'");
        assertThatThrownBy(() -> TableSize.parse("10x99999999999")).hasMessageContaining("but got");
        assertThatThrownBy(() -> TableSize.parse("0x5")).hasMessageContaining("at least one row");
    }

    @Test
    void repeatsTheSameMixWithNamesOfTheirOwn() {
        TableSize wide = new TableSize(1, 45);

        assertThat(wide.table()).extracting(GeneratedColumn::recipe).startsWith(Recipe.values());
        assertThat(wide.table().get(40).recipe()).isEqualTo(wide.table().get(0).recipe());
        assertThat(wide.table()).extracting(GeneratedColumn::name).doesNotHaveDuplicates();
    }
}
