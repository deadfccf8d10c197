package io.lakewarden.benchmarks.profile;

import io.lakewarden.benchmarks.profile.table.TableFiles;
import io.lakewarden.benchmarks.profile.table.TableSize;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Starts the processes that work. */
final class Launcher {
    private static final String WORKER = "io.lakewarden.benchmarks.profile.worker.SparkWorker";
    private static final String WRITER = "io.lakewarden.benchmarks.profile.worker.TableWriter";
    private static final int WRITER_HEAP_MIB = 4_096;

    private final ProfileOptions options;

    Launcher(ProfileOptions options) {
        this.options = options;
    }

    /** The files of a table, written first where they are not there. */
    Path table(TableSize size) throws IOException, InterruptedException {
        Path folder = TableFiles.folder(options.data(), size);
        if (!TableFiles.areWritten(folder)) {
            System.err.println("writing " + size + " ...");
            Files.createDirectories(options.work().resolve("logs"));
            Process writer = new ProcessBuilder(java(
                            WRITER_HEAP_MIB,
                            WRITER,
                            folder.toString(),
                            Long.toString(size.rows()),
                            Integer.toString(size.columns())))
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(log(size, "writer").toFile())
                    .start();
            if (writer.waitFor() != 0) {
                throw new IOException("the table " + size + " could not be written; see " + log(size, "writer"));
            }
        }
        return folder;
    }

    /**
     * Starts a competitor on a table.
     *
     * @throws ContestantException if it does not come up
     */
    Contestant start(Competitor competitor, TableSize size, Path folder) throws ContestantException {
        return WorkerProcess.start(
                competitor, command(competitor, size, folder), log(size, competitor.id()), options.limit());
    }

    private Path log(TableSize size, String who) {
        return options.work().resolve("logs").resolve(size + "-" + who + ".log");
    }

    private List<String> command(Competitor competitor, TableSize size, Path folder) throws ContestantException {
        if (competitor.environment().isPresent()) {
            Path python = new PythonEnvironment(competitor.environment().get(), options).python();
            return List.of(
                    python.toString(),
                    options.scripts().resolve("worker.py").toString(),
                    competitor.id(),
                    folder.toString());
        }
        return java(
                competitor.heapMib().orElseThrow(),
                WORKER,
                competitor.id(),
                folder.toString(),
                Long.toString(size.rows()),
                Integer.toString(size.columns()));
    }

    /** Java as this process runs it, with what Spark needs to be opened, on two cores. */
    private List<String> java(int heapMib, String main, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument -> !argument.startsWith("-Xmx"))
                .toList());
        command.add("-XX:ActiveProcessorCount=2");
        command.add("-XX:+UseParallelGC");
        command.add("-Xmx" + heapMib + "m");
        command.add("-Djava.io.tmpdir=" + options.work());
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        command.add(main);
        command.addAll(List.of(arguments));
        return command;
    }
}
