package io.lakewarden.benchmarks.width;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lakewarden.benchmarks.width.WidthOptions.Work;
import org.junit.jupiter.api.Test;

class WidthOptionsTest {
    @Test
    void runsEverythingOverFiveThousandColumnsInTwoGibibytesUnlessTold() {
        WidthOptions options = WidthOptions.parse();

        assertThat(options.size().columns()).isEqualTo(5_000);
        assertThat(options.size().rows()).isEqualTo(100_000);
        assertThat(options.driverMib()).isEqualTo(2_048);
        assertThat(options.executorMib()).isEqualTo(2_048);
        assertThat(options.work()).containsExactly(Work.SCAN, Work.PROFILE, Work.RUN);
    }

    @Test
    void readsWhatItIsTold() {
        WidthOptions options = WidthOptions.parse(
                "--size",
                "1kx300",
                "--driver-memory",
                "1g",
                "--executor-memory",
                "700m",
                "--cores",
                "1",
                "--months",
                "2",
                "--only",
                "run");

        assertThat(options.size().columns()).isEqualTo(300);
        assertThat(options.driverMib()).isEqualTo(1_024);
        assertThat(options.executorMib()).isEqualTo(700);
        assertThat(options.cores()).isEqualTo(1);
        assertThat(options.timeColumn()).contains("created_at_6");
        assertThat(options.work()).containsExactly(Work.RUN);
    }

    @Test
    void rejectsWhatItDoesNotUnderstandInOneSentence() {
        assertThatThrownBy(() -> WidthOptions.parse("--driver-memory", "2"))
                .hasMessage("--driver-memory takes a size such as 2g or 512m, but got '2'");
        assertThatThrownBy(() -> WidthOptions.parse("--only", "walk"))
                .hasMessage("--only takes scan, profile, run, but got 'walk'");
        assertThatThrownBy(() -> WidthOptions.parse("--size", "1kx3", "--months", "1"))
                .hasMessage("--months needs a table with a time: wider than 3 columns");
        assertThatThrownBy(() -> WidthOptions.parse("--width")).hasMessage("'--width' needs a value");
        assertThatThrownBy(() -> WidthOptions.parse("--width", "1")).hasMessageStartingWith("unknown option '--width'");
    }
}
