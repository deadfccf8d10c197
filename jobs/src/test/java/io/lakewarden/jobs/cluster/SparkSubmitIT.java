package io.lakewarden.jobs.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.lakewarden.jobs.cluster.StandaloneCluster.Submission;
import io.lakewarden.jobs.config.MonitorConfig;
import io.lakewarden.jobs.config.MonitorLoader;
import io.lakewarden.jobs.model.ModelImportance;
import io.lakewarden.jobs.run.MonitorJobs;
import io.lakewarden.jobs.run.ProfileOptions;
import io.lakewarden.jobs.run.Progress;
import io.lakewarden.jobs.run.RunRequest;
import io.lakewarden.jobs.store.DeltaStore;
import io.lakewarden.jobs.store.StoreListener;
import io.lakewarden.jobs.store.StoreSnapshot;
import io.lakewarden.jobs.store.StoreTable;
import io.lakewarden.report.ReportDocument;
import io.lakewarden.report.ReportJson;
import io.lakewarden.result.Window;
import io.lakewarden.spark.SparkExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.apache.commons.io.FileUtils;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The jar on a real standalone cluster, in both deploy modes, with the same monitor file. */
@ExtendWith(SparkExtension.class)
class SparkSubmitIT {
    private static final String SHIFTED = "2026-02-01/2026-02-02";
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

        Submission submission = run(monitor, "--window", "2026-01-01/2026-03-01");

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

    /** All that reads rows and not profiles, with a budget, clusters and a model: on two executors and in this process. */
    @Test
    void executorsFindWhatOneProcessFinds(SparkSession session) throws Exception {
        writeApplications(folder.resolve("served"), folder.resolve("training.csv"));
        FileUtils.copyDirectory(
                Path.of(ModelImportance.class.getResource("forest").toURI()).toFile(),
                folder.resolve("forest").toFile());
        Path file = Files.writeString(
                folder.resolve("rows.yaml"),
                """
                monitor: rows
                source: {format: csv, path: served, types: {day: date, customer: string, income: double, age: int, noise: double}}
                time: {column: day}
                windows: P1D
                reference: {pinned: 2026-01-01/2026-02-01}
                columns: {id: [id], ignore: [customer]}
                drift: {cluster: customer, false_alarms: 1/month}
                slice_search: {columns: [channel <b>, age]}
                multivariate: {sample: 300}
                outliers: {isolation: {trees: 20}}
                skew: {path: training.csv, key: id}
                importance: {model: forest}
                """);
        String distributed = folder.resolve("store-rows").toString();

        Submission submission = run(file, "--window", SHIFTED, "--store", distributed);
        assertThat(submission.exitCode()).as(submission.errors()).isEqualTo(3);
        assertThat(submission.errors()).contains("Connected to Spark cluster").doesNotContain("Exception");

        String local = folder.resolve("store-local").toString();
        MonitorConfig monitor = MonitorLoader.load(file, Map.of());
        new MonitorJobs(Progress.silent(), Clock.systemUTC(), StoreListener.SILENT)
                .run(new RunRequest(
                        monitor,
                        List.of(Window.parse(SHIFTED)),
                        local,
                        monitor.failOn(),
                        Optional.empty(),
                        ProfileOptions.NONE));

        DeltaStore there = DeltaStore.open(session, distributed);
        DeltaStore here = DeltaStore.open(session, local);
        assertThat(StoreSnapshot.of(there).differences(StoreSnapshot.of(here))).isEmpty();
        assertThat(there.view(StoreTable.FINDINGS).select("source").distinct().collectAsList())
                .extracting(row -> row.getString(0))
                .contains("data-drift", "multivariate", "outliers", "skew");
        ReportDocument ofCluster = report(there);
        ReportDocument ofProcess = report(here);
        assertThat(ofCluster.multivariate()).isPresent().isEqualTo(ofProcess.multivariate());
        assertThat(ofCluster.outliers()).isPresent().isEqualTo(ofProcess.outliers());
        assertThat(ofCluster.skew()).isPresent().isEqualTo(ofProcess.skew());
        assertThat(ofCluster.foundSlices()).isPresent().isEqualTo(ofProcess.foundSlices());
        assertThat(ofCluster.columns()).isEqualTo(ofProcess.columns()).anyMatch(column -> column.importance()
                .isPresent());
    }

    private static ReportDocument report(DeltaStore store) throws IOException {
        return ReportJson.read(store.files()
                .read(store.files().reportJson("rows", Window.parse(SHIFTED)))
                .orElseThrow());
    }

    /**
     * A hundred applications on each day of January, in four files, and three hundred on the first of February, whose incomes
     * are higher and by other channels; training sees another age in some of them.
     */
    private static void writeApplications(Path served, Path training) throws IOException {
        Files.createDirectories(served);
        Random random = new Random(11);
        String header = "id,day,customer,income,channel <b>,age,noise";
        List<String> other = new ArrayList<>(List.of(header));
        List<String> part = new ArrayList<>(List.of(header));
        int id = 0;
        for (int day = 1; day <= 32; day++) {
            boolean shifted = day == 32;
            for (int row = 0; row < (shifted ? 300 : 100); row++) {
                int age = 20 + random.nextInt(50);
                String start = String.format(
                        Locale.ROOT,
                        "%d,%s,c%d,%.3f,%s,",
                        id++,
                        shifted ? "2026-02-01" : String.format(Locale.ROOT, "2026-01-%02d", day),
                        random.nextInt(200),
                        (shifted ? 3600 : 3000) + 500 * random.nextGaussian(),
                        random.nextInt(4) == (shifted ? 1 : 0) ? "shop" : "web");
                String end = String.format(Locale.ROOT, ",%.4f", random.nextGaussian());
                part.add(start + age + end);
                other.add(start + (id % 9 == 0 ? age + 1 : age) + end);
            }
            if (day % 8 == 0) {
                Files.write(served.resolve("part-" + day + ".csv"), part);
                part = new ArrayList<>(List.of(header));
            }
        }
        Files.write(training, other);
    }

    /** Runs a monitor in client mode. */
    private static Submission run(Path monitor, String... options) throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(List.of(
                "--properties-file",
                folder.resolve("spark.properties").toString(),
                "--conf",
                "spark.sql.shuffle.partitions=3",
                jar(),
                "run",
                "-c",
                monitor.toString()));
        arguments.addAll(List.of(options));
        return cluster.submit(arguments.toArray(String[]::new));
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
