package io.lakewarden.jobs.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.delta.exceptions.ConcurrentAppendException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ConflictRetryTest {
    private final ConflictRetry retry = new ConflictRetry(3, Duration.ofMillis(1));
    private final AtomicInteger calls = new AtomicInteger();

    @Test
    void aWriteThatLosesIsRepeatedUntilItWins() {
        retry.run("append", () -> {
            if (calls.incrementAndGet() < 3) {
                throw new ConcurrentAppendException("lost");
            }
        });

        assertThat(calls).hasValue(3);
    }

    @Test
    void aWriteThatKeepsLosingFailsInTheEnd() {
        assertThatThrownBy(() -> retry.run("append", () -> {
                    calls.incrementAndGet();
                    throw new ConcurrentAppendException("lost");
                }))
                .isInstanceOf(ConcurrentAppendException.class);
        assertThat(calls).hasValue(3);
    }

    @Test
    void otherFailuresAreNotRepeated() {
        assertThatThrownBy(() -> retry.run("append", () -> {
                    calls.incrementAndGet();
                    throw new IllegalStateException("disk full");
                }))
                .hasMessage("disk full");
        assertThat(calls).hasValue(1);
    }
}
