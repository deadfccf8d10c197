package io.lakewarden.benchmarks.profile;

import io.lakewarden.benchmarks.profile.table.TableFiles;
import io.lakewarden.benchmarks.profile.table.TableSize;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Generated tables, each written once, in a process of its own. */
public final class TableCache {
    private static final String WRITER = "io.lakewarden.benchmarks.profile.worker.TableWriter";
    private static final int WRITER_HEAP_MIB = 4_096;

    private final Path data;
    private final Path work;

    /**
     * A cache.
     *
     * @param data where the tables are
     * @param work where logs go
     */
    public TableCache(Path data, Path work) {
        this.data = data;
        this.work = work;
    }

    /** The files of a table, written first where they are not there. */
    public Path table(TableSize size) throws IOException, InterruptedException {
        Path folder = TableFiles.folder(data, size);
        if (!TableFiles.areWritten(folder)) {
            System.err.println("writing " + size + " ...");
            Path log = work.resolve("logs").resolve(size + "-writer.log");
            Files.createDirectories(log.getParent());
            Process writer = new ProcessBuilder(JavaCommand.of(
                            WRITER_HEAP_MIB,
                            work,
                            WRITER,
                            folder.toString(),
                            Long.toString(size.rows()),
                            Integer.toString(size.columns())))
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(log.toFile())
                    .start();
            if (writer.waitFor() != 0) {
                throw new IOException("the table " + size + " could not be written; see " + log);
            }
        }
        return folder;
    }
}
