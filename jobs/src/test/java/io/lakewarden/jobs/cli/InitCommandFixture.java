package io.lakewarden.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.lakewarden.jobs.config.MonitorConfig;
import io.lakewarden.jobs.config.MonitorLoader;
import io.lakewarden.spark.SparkExtension;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Tests that let {@code lakewarden init} guess, and run what it wrote. */
@ExtendWith(SparkExtension.class)
abstract class InitCommandFixture {
    static final LocalDateTime START = LocalDateTime.parse("2026-01-01T00:00:00");

    final SparkSession session;
    final RealCommands commands = new RealCommands();

    List<String> next = List.of();

    @TempDir
    Path folder;

    InitCommandFixture(SparkSession session) {
        this.session = session;
    }

    MonitorConfig init(String... arguments) {
        assertThat(commands.run(arguments(arguments))).as(commands.err()).isZero();
        assertThat(commands.err()).isEmpty();
        next = commands.next();
        return MonitorLoader.load(folder.resolve("monitor.yaml"), Map.of());
    }

    List<String> arguments(String... arguments) {
        List<String> all = new ArrayList<>(
                List.of("init", folder.resolve(arguments[0]).normalize().toString()));
        all.addAll(List.of(arguments).subList(1, arguments.length));
        all.addAll(List.of("--output", folder.resolve("monitor.yaml").toString()));
        return all;
    }

    /** Runs what was said to be typed next, as it was said, and gives what it printed. */
    String assertRuns(int exitCode) {
        assertThat(next).startsWith("run", "-c");
        assertThat(commands.run(next)).as(commands.err() + commands.out()).isEqualTo(exitCode);
        assertThat(commands.out()).contains("report: ");
        String told = commands.out();
        assertThat(commands.run(List.of("config", "check", "-c", next.get(2)))).isZero();
        return told;
    }

    void write(String name, Charset encoding, String header, int rows, IntFunction<String> row) throws IOException {
        StringBuilder text = new StringBuilder(header);
        IntStream.range(0, rows).mapToObj(row).forEach(text::append);
        Files.writeString(folder.resolve(name), text, encoding);
    }

    static LocalDateTime at(int row, int hours) {
        return START.plusHours((long) row * hours);
    }
}
