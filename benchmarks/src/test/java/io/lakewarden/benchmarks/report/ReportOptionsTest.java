package io.lakewarden.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportOptionsTest {
    @TempDir
    private Path folder;

    private String program;

    @BeforeEach
    void createProgram() throws IOException {
        Path file = Files.createFile(
                folder.resolve("chromium"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
        program = file.toString();
    }

    @Test
    void opensThreeWidthsFiveTimesUnlessTold() {
        ReportOptions options = ReportOptions.parse("--chromium", program);

        assertThat(options.columns()).containsExactly(17, 500, 3_000);
        assertThat(options.rounds()).isEqualTo(5);
        assertThat(options.chromium()).isEqualTo(Path.of(program));
    }

    @Test
    void readsWhatItIsTold() {
        ReportOptions options = ReportOptions.parse("--chromium", program, "--columns", "2,40", "--rounds", "3");

        assertThat(options.columns()).containsExactly(2, 40);
        assertThat(options.rounds()).isEqualTo(3);
    }

    @Test
    void rejectsWhatItDoesNotUnderstandInOneSentence() {
        assertThatThrownBy(() -> ReportOptions.parse("--chromium", folder.toString()))
                .hasMessage("no Chromium at '" + folder
                        + "': install one (Debian's package chromium), or name its program by --chromium FILE");
        assertThatThrownBy(() -> ReportOptions.parse("--columns", "many"))
                .hasMessage("--columns takes a whole number, but got 'many'");
        assertThatThrownBy(() -> ReportOptions.parse("--rounds", "0"))
                .hasMessage("--rounds takes at least 1, but got 0");
        assertThatThrownBy(() -> ReportOptions.parse("--rounds")).hasMessage("'--rounds' needs a value");
        assertThatThrownBy(() -> ReportOptions.parse("--width", "1"))
                .hasMessageStartingWith("unknown option '--width'");
    }
}
