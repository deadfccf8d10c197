package io.lakewarden.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The whole way at a size that says nothing: documents, pages, browser, table. */
class ReportBenchmarkIT {
    @Test
    void opensTheReportsOfTwoWidths() throws IOException {
        Optional<Path> chromium = Arrays.stream(System.getenv("PATH").split(File.pathSeparator, -1))
                .map(folder -> Path.of(folder, "chromium"))
                .filter(Files::isExecutable)
                .findFirst();
        assumeTrue(chromium.isPresent(), "there is no chromium on the PATH");
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        ReportBenchmark.run(
                ReportOptions.parse(
                        "--columns",
                        "3,130",
                        "--rounds",
                        "1",
                        "--chromium",
                        chromium.get().toString()),
                new PrintStream(out, true, StandardCharsets.UTF_8));

        String figure = " +[1-9][0-9,]*";
        assertThat(out.toString(StandardCharsets.UTF_8).lines().skip(3))
                .hasSize(2)
                .first()
                .asString()
                .matches(" +3" + figure.repeat(4) + " +0".repeat(3));
        assertThat(out.toString(StandardCharsets.UTF_8))
                .containsPattern("\\n +130" + figure.repeat(4) + " +1" + figure.repeat(2));
    }
}
