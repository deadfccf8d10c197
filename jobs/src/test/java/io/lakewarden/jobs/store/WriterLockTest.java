package io.lakewarden.jobs.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WriterLockTest {
    @TempDir
    Path root;

    @Test
    void writersOnALocalDiskComeOneByOne() {
        int[] written = new int[1];
        Runnable write = () -> IntStream.range(0, 10_000).forEach(i -> written[0]++);
        CompletableFuture<?>[] writers = IntStream.range(0, 8)
                .mapToObj(i -> CompletableFuture.runAsync(
                        () -> WriterLock.of(root.toUri()).hold(write)))
                .toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(writers).join();

        assertThat(written[0]).as("none of the unguarded increments is lost").isEqualTo(80_000);
        assertThat(root.resolve("_lock")).exists();
    }

    @Test
    void otherFileSystemsNeedNoLock() {
        AtomicInteger calls = new AtomicInteger();
        WriterLock.of(URI.create("s3a://bucket/store")).hold(calls::incrementAndGet);

        assertThat(calls).hasValue(1);
    }
}
