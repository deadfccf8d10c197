package io.lakewarden.jobs.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class ProgressTest {
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final Progress progress = Progress.on(new PrintStream(written, true, StandardCharsets.UTF_8));

    @Test
    void showsStageShareAndRowsOnOneLine() {
        progress.stage("profiling");
        progress.update(0.256, OptionalLong.of(12_345));

        assertThat(written.toString(StandardCharsets.UTF_8))
                .contains("\rprofiling")
                .contains("\rprofiling   26 %  12,345 rows")
                .doesNotContain("\n");
    }

    @Test
    void aLongStageKeepsRoomForTheFigures() {
        progress.stage("x".repeat(200));
        progress.update(7, OptionalLong.empty());

        assertThat(List.of(written.toString(StandardCharsets.UTF_8).split("\r")))
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(78))
                .last()
                .asString()
                .endsWith("…  100 %");
    }

    @Test
    void leavesACleanLine() {
        progress.clear();
        assertThat(written.toString(StandardCharsets.UTF_8)).isEmpty();

        progress.stage("profiling");
        progress.clear();
        assertThat(written.toString(StandardCharsets.UTF_8)).endsWith("\r" + " ".repeat(78) + "\r");
    }
}
