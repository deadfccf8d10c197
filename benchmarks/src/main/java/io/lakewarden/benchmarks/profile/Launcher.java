package io.lakewarden.benchmarks.profile;

import io.lakewarden.benchmarks.profile.table.TableSize;
import java.nio.file.Path;
import java.util.List;

/** Starts the processes that work. */
final class Launcher {
    private static final String WORKER = "io.lakewarden.benchmarks.profile.worker.SparkWorker";

    private final ProfileOptions options;

    Launcher(ProfileOptions options) {
        this.options = options;
    }

    /**
     * Starts a competitor on a table.
     *
     * @throws ContestantException if it does not come up
     */
    Contestant start(Competitor competitor, TableSize size, Path folder) throws ContestantException {
        return WorkerProcess.start(
                competitor.id(), command(competitor, size, folder), log(size, competitor.id()), options.limit());
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
        return JavaCommand.of(
                competitor.heapMib().orElseThrow(),
                options.work(),
                WORKER,
                competitor.id(),
                folder.toString(),
                Long.toString(size.rows()),
                Integer.toString(size.columns()));
    }
}
