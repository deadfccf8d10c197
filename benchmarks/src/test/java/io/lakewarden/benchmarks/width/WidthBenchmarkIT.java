package io.lakewarden.benchmarks.width;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole way at a size that says nothing: cluster, programs, logs, table. */
class WidthBenchmarkIT {
    @TempDir
    private Path folder;

    @Test
    void measuresAScanAndARunOnACluster() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        WidthOptions options = WidthOptions.parse(
                "--home",
                System.getProperty("lakewarden.root") + "/benchmarks",
                "--size",
                "2kx40",
                "--only",
                "scan,run",
                "--months",
                "1",
                "--driver-memory",
                "1g",
                "--executor-memory",
                "1g",
                "--data",
                folder.resolve("data").toString(),
                "--work",
                folder.resolve("work").toString());

        boolean succeeded = WidthBenchmark.run(options, new PrintStream(out, true, StandardCharsets.UTF_8));

        String table = out.toString(StandardCharsets.UTF_8);
        assertThat(succeeded).as(table).isTrue();
        assertThat(table)
                .contains("2,000 rows x 40 columns", "states together", "width 2024-07-01/2024-08-01", "report.html")
                .containsPattern("scan +0 +[0-9.]+ +2 +[0-9]+ +0 +[1-9]")
                .containsPattern("run +0 +[0-9.]+ +[0-9]+ +[0-9]+ +0 +[1-9]");
    }
}
