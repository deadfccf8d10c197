package io.lakewarden.benchmarks.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProfileOptionsTest {
    @Test
    void putsOursInEveryHeat() {
        Map.of("small", 3, "full", 4).forEach((scale, tables) -> {
            ProfileOptions options = ProfileOptions.parse("--scale", scale);

            assertThat(options.trials()).hasSize(tables).allSatisfy(trial -> assertThat(trial.heats())
                    .allSatisfy(heat -> assertThat(heat).contains(Competitor.OURS)));
            assertThat(options.measuresGrowth()).isTrue();
        });
    }

    @Test
    void keepsOnlyWhoWasAskedForAndThoseTablesThatTheyRead() {
        ProfileOptions options = ProfileOptions.parse("--only", "deequ,tfdv");

        assertThat(options.trials()).hasSize(1);
        assertThat(options.trials().get(0).heats())
                .containsExactly(List.of(Competitor.OURS, Competitor.DEEQU), List.of(Competitor.OURS, Competitor.TFDV));
        assertThat(options.measuresGrowth()).isFalse();
    }

    @Test
    void runsOursAloneOnceOnEachTable() {
        assertThat(ProfileOptions.parse("--only", "ours", "--sizes", "5kx20,1kx100")
                        .trials())
                .allSatisfy(trial -> assertThat(trial.heats()).containsExactly(List.of(Competitor.OURS)))
                .hasSize(2);
    }

    @Test
    void readsSizesOfTheCallersOwnByEverybody() {
        Trial trial = ProfileOptions.parse("--sizes", "200kx20").trials().get(0);

        assertThat(trial.heats().stream().flatMap(List::stream).filter(competitor -> competitor != Competitor.OURS))
                .containsExactlyInAnyOrder(
                        Arrays.stream(Competitor.values()).skip(1).toArray(Competitor[]::new));
    }

    @Test
    void rejectsWhatItDoesNotUnderstandInOneSentence() {
        assertThatThrownBy(() -> ProfileOptions.parse("--scale", "huge"))
                .hasMessage("--scale takes full or small, but got 'huge'");
        assertThatThrownBy(() -> ProfileOptions.parse("--only", "duckbd"))
                .hasMessageStartingWith(
                        "no competitor is named 'duckbd'; expected ours, ours-bins, ours-slices, bare-scan");
        assertThatThrownBy(() -> ProfileOptions.parse("--rounds", "0")).hasMessageContaining("at least 1");
        assertThatThrownBy(() -> ProfileOptions.parse("--rounds", "x")).hasMessageContaining("a whole number");
        assertThatThrownBy(() -> ProfileOptions.parse("--size", "1x1")).hasMessageContaining("unknown option '--size'");
        assertThatThrownBy(() -> ProfileOptions.parse("--sizes")).hasMessage("'--sizes' needs a value");
    }
}
