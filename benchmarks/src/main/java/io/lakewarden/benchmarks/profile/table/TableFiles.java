package io.lakewarden.benchmarks.profile.table;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Where a table's files lie. */
public final class TableFiles {
    /** Counts every change of what is written, so that older files are not taken for it. */
    private static final int VERSION = 1;

    private TableFiles() {}

    /** The folder of a table's files inside the cache. */
    public static Path folder(Path cache, TableSize size) {
        return cache.resolve(size + "-v" + VERSION + ".parquet");
    }

    /** Whether the files are there, all of them. */
    public static boolean areWritten(Path folder) {
        return Files.exists(folder.resolve("_SUCCESS"));
    }

    /** Bytes of the files. */
    public static long bytes(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".parquet"))
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }
}
