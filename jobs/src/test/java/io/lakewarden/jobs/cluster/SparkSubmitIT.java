package io.lakewarden.jobs.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.lakewarden.jobs.cluster.StandaloneCluster.Submission;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jar on a real standalone cluster, in both deploy modes, with the same monitor file. */
class SparkSubmitIT {
    private static final Path TARGET = Path.of(System.getProperty("lakewarden.target"));

    @TempDir
    static Path folder;

    private static StandaloneCluster cluster;

    @BeforeAll
    static void startCluster() throws IOException {
        cluster = StandaloneCluster.start(TARGET.resolve("spark"), folder);
        writeMeasurements(folder.resolve("measurements.csv"));
        Files.writeString(folder.resolve("spark.properties"), "spark.executor.memory 1g\nspark.cores.max 2\n");
    }

    @AfterAll
    static void stopCluster() {
        cluster.close();
    }

    @Test
    void clientModeEndsWithTheCodeOfTheFindings() throws Exception {
        Path monitor = monitor("client-mode");

        Submission submission = cluster.submit(
                "--properties-file",
                folder.resolve("spark.properties").toString(),
                "--conf",
                "spark.sql.shuffle.partitions=3",
                jar(),
                "run",
                "-c",
                monitor.toString(),
                "--window",
                "2026-01-01/2026-03-01");

        assertThat(submission.exitCode()).as(submission.errors()).isEqualTo(3);
        assertThat(submission.output())
                .contains(
                        "temperature",
                        "The standard deviation of 'temperature' is 2.",
                        "The entropy of 'temperature' is",
                        "avg of 'temperature' is 24",
                        "by relative_change from the latest earlier window.");
        assertThat(submission.errors()).contains("Connected to Spark cluster").doesNotContain("Exception");
        assertThat(runStatus("client-mode")).contains("\"exit_code\" : 3").contains("FAIL");
        assertThat(folder.resolve("store-client-mode/runs/_delta_log")).isDirectory();
    }

    @Test
    void clusterModeLeavesTheTruthInRunStatus() throws Exception {
        Path monitor = monitor("cluster-mode");

        Submission submission = cluster.submit(
                "--deploy-mode",
                "cluster",
                "--properties-file",
                folder.resolve("spark.properties").toString(),
                "--conf",
                "spark.driver.memory=1g",
                "--conf",
                // Spark itself leaves these out for a driver that a standalone worker starts.
                "spark.driver.extraJavaOptions=" + StandaloneCluster.jvmOptions(),
                "--conf",
                "spark.standalone.submit.waitAppCompletion=true",
                "--class",
                "io.lakewarden.jobs.cli.Lakewarden",
                jar(),
                "run",
                "-c",
                monitor.toString(),
                "--window",
                "2026-02-01/2026-03-01");

        assertThat(folder.resolve("store-cluster-mode"))
                .as(submission.errors() + cluster.driverLogs())
                .isDirectory();
        assertThat(runStatus("cluster-mode")).contains("\"exit_code\" : 3").contains("FAIL");
    }

    private static String jar() {
        return TARGET.resolve("lakewarden.jar").toString();
    }

    private static String runStatus(String name) throws IOException {
        try (var files = Files.walk(folder.resolve("store-" + name))) {
            return Files.readString(files.filter(file -> file.endsWith("2026-02-01_2026-03-01/run-status.json"))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no run-status.json in the store of " + name)));
        }
    }

    /**
     * The rules are such that executors have to compute them with Deequ's own aggregates and functions, the history such that
     * Deequ computes with what Spark brings and the jar does not.
     */
    private static Path monitor(String name) throws IOException {
        Files.writeString(
                folder.resolve("checks.yaml"),
                """
                rules:
                  - {check: standard_deviation, column: temperature, where: temperature > 0, at_most: 0.1, severity: warn}
                  - {check: entropy, column: temperature, at_most: 0.1, severity: warn}
                """);
        return Files.writeString(
                folder.resolve(name + ".yaml"),
                """
                monitor: %s
                source:
                  format: csv
                  path: measurements.csv
                  types: {day: date, temperature: double}
                time: {column: day}
                windows: P1M
                reference: {pinned: 2026-01-01/2026-02-01}
                rules: checks.yaml
                history: {metric: avg, column: temperature, strategy: relative_change, max_increase: 0.1, severity: warn}
                store: store-%s
                """
                        .formatted(name, name));
    }

    /** January around 20 degrees, February around 24. */
    private static void writeMeasurements(Path file) throws IOException {
        Random random = new Random(7);
        List<String> lines = new ArrayList<>(List.of("day,temperature"));
        for (int month = 1; month <= 2; month++) {
            for (int row = 0; row < 2_000; row++) {
                lines.add(String.format(
                        Locale.ROOT,
                        "2026-%02d-%02d,%.3f",
                        month,
                        1 + row % 28,
                        16 + 4 * month + 2 * random.nextGaussian()));
            }
        }
        Files.write(file, lines);
    }
}
