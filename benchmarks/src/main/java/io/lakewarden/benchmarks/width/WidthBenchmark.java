package io.lakewarden.benchmarks.width;

import io.lakewarden.benchmarks.profile.MachineFacts;
import io.lakewarden.benchmarks.profile.TableCache;
import io.lakewarden.benchmarks.profile.table.TableFiles;
import io.lakewarden.benchmarks.width.LocalCluster.Submission;
import io.lakewarden.benchmarks.width.WidthOptions.Work;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Runs the whole commands over a wide table on a real standalone cluster whose driver and executor have small heaps, and
 * prints what they needed.
 */
public final class WidthBenchmark {
    /** The times of the table lie in 2024. */
    private static final String REFERENCE_END = "2024-07-01";

    private final WidthOptions options;
    private final PrintStream out;

    private WidthBenchmark(WidthOptions options, PrintStream out) {
        this.options = options;
        this.out = out;
    }

    /** Prints a row for each program; ends with 1 if one of them failed. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        WidthOptions options;
        try {
            options = WidthOptions.parse(arguments);
        } catch (IllegalArgumentException e) {
            System.err.println("width: " + e.getMessage());
            System.exit(2);
            return;
        }
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        if (!run(options, out)) {
            System.exit(1);
        }
    }

    /** Whether every program did what it was asked to. */
    static boolean run(WidthOptions options, PrintStream out) throws IOException, InterruptedException {
        return new WidthBenchmark(options, out).run();
    }

    private boolean run() throws IOException, InterruptedException {
        Files.createDirectories(options.folder());
        Path table = new TableCache(options.data(), options.folder()).table(options.size());
        out.print(WidthTable.heading(MachineFacts.read(), options, TableFiles.bytes(table)));
        boolean succeeded = true;
        try (LocalCluster cluster = LocalCluster.start(options)) {
            for (Work work : options.work()) {
                succeeded &= run(work, cluster, table);
            }
        }
        return succeeded;
    }

    private boolean run(Work work, LocalCluster cluster, Path table) throws IOException, InterruptedException {
        Path folder = emptied(options.folder().resolve(work.word()));
        Path events = Files.createDirectory(folder.resolve("events"));
        Path output = folder.resolve("stdout");
        Path driverPauses = folder.resolve("driver-gc.log");
        Path executorPauses = folder.resolve("executor-gc.log");
        List<String> submission = new ArrayList<>(List.of(
                "--driver-memory",
                options.driverMib() + "m",
                "--executor-memory",
                options.executorMib() + "m",
                "--total-executor-cores",
                Integer.toString(options.cores()),
                "--conf",
                "spark.eventLog.enabled=true",
                "--conf",
                "spark.eventLog.dir=" + events.toUri(),
                "--conf",
                "spark.sql.session.timeZone=UTC",
                "--conf",
                "spark.executor.extraJavaOptions=-Xlog:gc:file=" + executorPauses));
        submission.addAll(program(work, table, folder));
        Submission done =
                cluster.submit(output, folder.resolve("stderr"), List.of("-Xlog:gc:file=" + driverPauses), submission);
        out.print(WidthTable.row(
                work, done, EventLog.in(events), CollectorLog.read(driverPauses), CollectorLog.read(executorPauses)));
        try (Stream<String> lines = Files.lines(output)) {
            lines.forEach(line -> out.println("    " + line));
        }
        out.print(WidthTable.files(folder));
        return done.exitCode() == 0;
    }

    private List<String> program(Work work, Path table, Path folder) throws IOException {
        String jar = options.target().resolve("lakewarden.jar").toString();
        if (work == Work.SCAN) {
            return List.of("--class", ScanAlone.class.getName(), jar, table.toString());
        }
        Path monitor = Files.writeString(folder.resolve("width.yaml"), monitor(table));
        List<String> program =
                new ArrayList<>(List.of(jar, work.word(), "-c", monitor.toString(), "--fail-on", "never"));
        program.addAll(
                options.months() == 0
                        ? List.of("--as-of", "2024-01-01")
                        : List.of(
                                "--window",
                                REFERENCE_END + "/"
                                        + LocalDate.parse(REFERENCE_END).plusMonths(options.months())));
        return program;
    }

    /** The table held against itself, or its months against its first half year. */
    private String monitor(Path table) {
        String source =
                """
                monitor: width
                source: {format: parquet, path: "%s"}
                store: store
                """
                        .formatted(table);
        if (options.months() == 0) {
            return source + "reference: {path: \"%s\"}\n".formatted(table);
        }
        return source
                + """
                time: {column: %s}
                windows: P1M
                reference: {pinned: 2024-01-01/%s}
                """
                        .formatted(options.timeColumn().orElseThrow(), REFERENCE_END);
    }

    private static Path emptied(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file :
                        files.sorted((one, other) -> other.compareTo(one)).toList()) {
                    Files.delete(file);
                }
            }
        }
        return Files.createDirectories(folder);
    }
}
