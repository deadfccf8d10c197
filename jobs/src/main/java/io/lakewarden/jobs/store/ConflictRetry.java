package io.lakewarden.jobs.store;

import io.delta.exceptions.DeltaConcurrentModificationException;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Repeats a Delta write that lost against another writer, a bounded number of times with a growing, jittered pause. A
 * write that lost left nothing behind, so that repeating it is safe.
 */
final class ConflictRetry {
    private static final Logger LOG = LoggerFactory.getLogger(ConflictRetry.class);

    private final int attempts;
    private final Duration firstPause;

    ConflictRetry(int attempts, Duration firstPause) {
        this.attempts = attempts;
        this.firstPause = firstPause;
    }

    void run(String what, Runnable write) {
        for (int attempt = 1; ; attempt++) {
            try {
                write.run();
                return;
            } catch (DeltaConcurrentModificationException e) {
                if (attempt >= attempts) {
                    throw e;
                }
                LOG.info("{} met another writer, attempt {} of {}", what, attempt, attempts);
                pause(attempt);
            }
        }
    }

    private void pause(int attempt) {
        long longest = firstPause.toMillis() << Math.min(attempt, 6);
        try {
            Thread.sleep(longest / 2 + ThreadLocalRandom.current().nextLong(longest / 2 + 1));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for another writer of the store", e);
        }
    }
}
