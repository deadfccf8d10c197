package io.lakewarden.jobs.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Files that hold no monitor at all. */
class UnreadableMonitorTest extends MonitorFileFixture {
    @Test
    void refusesWhatIsNoYaml() {
        assertThat(problemsOf("monitor: [a\nsource: }"))
                .singleElement()
                .asString()
                .startsWith("2:")
                .contains("no YAML");
        assertThat(problemsOf("")).singleElement().asString().startsWith("1:1: the file holds no monitor");
        assertThat(problemsOf("- a")).singleElement().asString().startsWith("1:1: the file holds no monitor");
        assertThat(problemsOf(SMALLEST + "---\n" + SMALLEST))
                .singleElement()
                .asString()
                .contains("no YAML");
        assertThat(problemsOf("a: \u0000")).singleElement().asString().contains("no YAML");
    }

    @Test
    void refusesTagsAndBombs() {
        assertThat(problemsOf(SMALLEST + "title: !secret x"))
                .containsExactly("4:8: title has the YAML tag '!secret'; tags are not supported");
        assertThat(problemsOf(SMALLEST + "title: !!javax.script.ScriptEngineManager [x]"))
                .singleElement()
                .asString()
                .startsWith("4:8: no YAML: Global tag is not allowed");
        StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
        for (int level = 1; level < 10; level++) {
            bomb.append("a%1$d: &a%1$d [*a%2$d, *a%2$d, *a%2$d, *a%2$d, *a%2$d, *a%2$d, *a%2$d]%n"
                    .formatted(level, level - 1));
        }
        assertThat(problemsOf(bomb.toString())).singleElement().asString().contains("aliases");
        assertThat(problemsOf("a: " + "[".repeat(5_000)))
                .singleElement()
                .asString()
                .contains("no YAML");
        assertThat(problemsOf("a: " + "x".repeat(2 << 20)))
                .singleElement()
                .asString()
                .contains("mebibyte");
    }

    @Test
    void saysWhichFileCannotBeRead() throws IOException {
        assertThatThrownBy(() -> MonitorLoader.load(folder.resolve("absent.yaml")))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("absent.yaml")
                .hasMessageContaining("-c FILE");
        assertThatThrownBy(() -> MonitorLoader.load(folder))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("is a folder");
        Path latin = Files.write(folder.resolve("latin.yaml"), "title: Größe".getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> MonitorLoader.load(latin))
                .isInstanceOf(ConfigException.class)
                .hasMessageEndingWith("latin.yaml:1:1: the file is not written in UTF-8");
    }
}
