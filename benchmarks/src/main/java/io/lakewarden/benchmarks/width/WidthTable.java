package io.lakewarden.benchmarks.width;

import io.lakewarden.benchmarks.profile.MachineFacts;
import io.lakewarden.benchmarks.width.LocalCluster.Submission;
import io.lakewarden.benchmarks.width.WidthOptions.Work;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What was measured, as plain text. */
final class WidthTable {
    private static final double MIB = 1 << 20;

    private WidthTable() {}

    static String heading(MachineFacts machine, WidthOptions options, long bytes) {
        return line("%s", machine.sentence())
                + line(
                        "%s: %,d rows x %,d columns, %,.0f MiB of Parquet; heap of the driver %,d MiB, of one executor with"
                                + " %d cores %,d MiB",
                        options.size(),
                        options.size().rows(),
                        options.size().columns(),
                        bytes / MIB,
                        options.driverMib(),
                        options.cores(),
                        options.executorMib())
                + line(
                        "%-8s %4s %8s %5s %6s %6s  %8s %8s %5s  %8s %8s %5s  %9s %9s %9s",
                        "",
                        "exit",
                        "seconds",
                        "jobs",
                        "tasks",
                        "failed",
                        "driver",
                        "live",
                        "GC",
                        "executor",
                        "live",
                        "GC",
                        "result of",
                        "of a job",
                        "shuffled")
                + line(
                        "%-8s %4s %8s %5s %6s %6s  %8s %8s %5s  %8s %8s %5s  %9s %9s %9s",
                        "",
                        "code",
                        "",
                        "",
                        "",
                        "",
                        "peak MiB",
                        "heap MiB",
                        "%",
                        "peak MiB",
                        "heap MiB",
                        "%",
                        "task, MiB",
                        "MiB",
                        "MiB");
    }

    static String row(
            Work work, Submission done, EventLog events, CollectorLog driverPauses, CollectorLog executorPauses) {
        return line(
                "%-8s %4d %8.1f %5d %6d %6d  %,8d %,8d %5.1f  %,8d %,8d %5.1f  %9.2f %9.1f %,9.0f",
                work.word(),
                done.exitCode(),
                done.seconds(),
                events.jobs(),
                events.tasks(),
                events.failures(),
                done.driverMib(),
                driverPauses.liveMib(),
                100 * driverPauses.pauseSeconds() / done.seconds(),
                done.executorMib(),
                executorPauses.liveMib(),
                events.taskSeconds() == 0 ? 0 : 100 * events.collectorSeconds() / events.taskSeconds(),
                events.largestResult() / MIB,
                events.largestJob() / MIB,
                events.shuffled() / MIB);
    }

    /** The sizes of what a command left. */
    static String files(Path folder) throws IOException {
        Path store = folder.resolve("store");
        if (!Files.exists(store)) {
            return "";
        }
        StringBuilder text = new StringBuilder(line("    store %.1f MiB", bytes(store) / MIB));
        try (Stream<Path> files = Files.walk(store)) {
            List<Path> reports = files.filter(
                            file -> file.getFileName().toString().startsWith("report."))
                    .sorted()
                    .toList();
            for (Path report : reports) {
                text.append(line("    %s %.1f MiB", report.getFileName(), Files.size(report) / MIB));
            }
        }
        return text.toString();
    }

    private static long bytes(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }

    private static String line(String format, Object... arguments) {
        return String.format(Locale.ROOT, format + "%n", arguments);
    }
}
