package io.lakewarden.jobs.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Lets one writer at a time into a folder on a local disk, such as a store. Delta needs "create if absent" of the file
 * system, which a local rename across processes is not: two processes could both believe that they wrote the same version.
 * The operating system frees the lock when its process dies. Other file systems need no lock, or Delta's own log store.
 */
public final class WriterLock {
    /** A file lock belongs to the process, so that threads need a lock of their own. */
    private static final Map<Path, ReentrantLock> THREADS = new ConcurrentHashMap<>();

    private final Optional<Path> file;

    private WriterLock(Optional<Path> file) {
        this.file = file;
    }

    /** The lock of a folder. */
    public static WriterLock of(URI root) {
        return new WriterLock(
                "file".equals(root.getScheme())
                        ? Optional.of(Path.of(root.getPath()).resolve("_lock"))
                        : Optional.empty());
    }

    /** Whether there is a lock at all. */
    boolean keepsOthersOut() {
        return file.isPresent();
    }

    /** Does it once nobody else does. */
    public void hold(Runnable write) {
        if (file.isEmpty()) {
            write.run();
            return;
        }
        ReentrantLock threads = THREADS.computeIfAbsent(file.get(), path -> new ReentrantLock());
        threads.lock();
        try {
            holdFile(file.get(), write);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot lock the folder by " + file.get(), e);
        } finally {
            threads.unlock();
        }
    }

    private static void holdFile(Path path, Runnable write) throws IOException {
        Files.createDirectories(path.getParent());
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            if (!lock.isValid()) {
                throw new IOException("the lock was lost at once");
            }
            write.run();
        }
    }
}
