package io.lakewarden.jobs.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;

/** Tests that write a monitor file, and load it or ask for its problems. */
abstract class MonitorFileFixture {
    static final String SMALLEST =
            """
            monitor: bike-sharing
            source: {format: parquet, path: hour.parquet}
            reference: {where: "split = 'train'"}
            """;

    @TempDir
    Path folder;

    List<String> problemsOf(String text) {
        return problemsOf(text, Map.of());
    }

    List<String> problemsOf(String text, Map<String, String> environment) {
        ConfigException exception = catchThrowableOfType(ConfigException.class, () -> load(text, environment));
        assertThat(exception).as("the problems of %s", text).isNotNull();
        return exception.problems().stream()
                .map(it -> it.line() + ":" + it.column() + ": " + it.message())
                .toList();
    }

    MonitorConfig load(String text) throws IOException {
        return load(text, Map.of());
    }

    MonitorConfig load(String text, Map<String, String> environment) throws IOException {
        return WrittenMonitor.load(folder, text, environment);
    }
}
