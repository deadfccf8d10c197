package io.lakewarden.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class DemoTruthOptionsTest {
    @Test
    void takesTheEvaluationSeedsUnlessToldOtherwise() {
        DemoTruthOptions options = DemoTruthOptions.parse();

        assertThat(options.seeds()).hasSize(50).startsWith(8001L).endsWith(8050L);
        assertThat(options.rows()).isEqualTo(200_000);
        assertThat(options.seedsMeaning()).startsWith("evaluation");
    }

    @Test
    void saysThatOtherSeedsAreForDevelopment() {
        assertThat(DemoTruthOptions.parse("--first-seed", "1", "--seeds", "3"))
                .satisfies(options -> assertThat(options.seeds()).containsExactly(1L, 2L, 3L))
                .satisfies(options -> assertThat(options.seedsMeaning()).startsWith("development"));
        assertThat(DemoTruthOptions.parse("--seeds", "51").seedsMeaning()).startsWith("development");
    }

    @Test
    void rejectsWhatItDoesNotUnderstandInOneSentence() {
        assertThatThrownBy(() -> DemoTruthOptions.parse("--sedes", "3"))
                .hasMessageContaining("unknown option '--sedes'; expected --seeds");
        assertThatThrownBy(() -> DemoTruthOptions.parse("--seeds")).hasMessage("'--seeds' needs a value");
        assertThatThrownBy(() -> DemoTruthOptions.parse("--seeds", "many"))
                .hasMessage("--seeds takes a whole number, but got 'many'");
        assertThatThrownBy(() -> DemoTruthOptions.parse("--seeds", "0")).hasMessageContaining("at least 1");
    }
}
