package io.lakewarden.benchmarks.validate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ValidateOptionsTest {
    @Test
    void hasDefaults() {
        ValidateOptions options = ValidateOptions.parse("--home", "/repository/benchmarks");

        assertThat(options.size()).hasToString("1Mx20");
        assertThat(options.only()).containsExactly(Competitor.values());
        assertThat(options.rounds()).isEqualTo(5);
        assertThat(options.data()).isEqualTo(Path.of("/repository/benchmarks/target/profile-data"));
        assertThat(options.output()).isEmpty();
    }

    @Test
    void readsWhatIsAskedFor() {
        ValidateOptions options = ValidateOptions.parse(
                "--scale", "full", "--only", "deequ, ours-standing", "--rounds", "2", "--output", "result.json");

        assertThat(options.size()).hasToString("10Mx20");
        assertThat(options.only()).containsExactly(Competitor.DEEQU, Competitor.OURS_STANDING);
        assertThat(options.rounds()).isEqualTo(2);
        assertThat(options.output()).contains(Path.of("result.json"));
    }

    @Test
    void saysWhatIsWrong() {
        assertThatThrownBy(() -> ValidateOptions.parse("--scale", "huge"))
                .hasMessage("--scale takes small or full, but got 'huge'");
        assertThatThrownBy(() -> ValidateOptions.parse("--size", "1kx5"))
                .hasMessage("the rules are about 20 columns, but got a table of 5");
        assertThatThrownBy(() -> ValidateOptions.parse("--only", "duckdb"))
                .hasMessageStartingWith("no competitor is named 'duckdb'; expected deequ, ours-alone");
        assertThatThrownBy(() -> ValidateOptions.parse("--loud")).hasMessage("'--loud' needs a value");
        assertThatThrownBy(() -> ValidateOptions.parse("--loud", "1"))
                .hasMessageStartingWith("unknown option '--loud'; expected --scale");
    }
}
