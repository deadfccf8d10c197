package io.lakewarden.spark.profile;

import static org.assertj.core.api.Assertions.assertThat;

import io.lakewarden.result.Window;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TimeIndexTest {
    @Test
    void agreesWithAskingEveryWindow() {
        Random random = new Random(42);
        for (int round = 0; round < 50; round++) {
            List<Window> windows = new ArrayList<>();
            for (int i = 0; i < 1 + random.nextInt(8); i++) {
                long start = random.nextLong(60) - 30;
                windows.add(new Window(micros(start), micros(start + 1 + random.nextInt(20))));
            }
            TimeIndex index = TimeIndex.of(windows);
            for (long micros = -40; micros < 60; micros++) {
                Instant at = micros(micros);
                assertThat(index.windowsAt(micros))
                        .as("%s in %s", at, windows)
                        .containsExactly(IntStream.range(0, windows.size())
                                .filter(i -> windows.get(i).contains(at))
                                .toArray());
            }
        }
    }

    @Test
    void comparesInstantsFinerThanMicrosecondsExactly() {
        Window window = new Window(Instant.EPOCH.plusNanos(1), Instant.EPOCH.plusNanos(2_001));
        TimeIndex index = TimeIndex.of(List.of(window));
        assertThat(index.windowsAt(0)).isEmpty();
        assertThat(index.windowsAt(1)).containsExactly(0);
        assertThat(index.windowsAt(2)).containsExactly(0);
        assertThat(index.windowsAt(3)).isEmpty();
    }

    @Test
    void holdsWindowsWiderThanTimestampsReach() {
        TimeIndex index = TimeIndex.of(List.of(new Window(Instant.MIN, Instant.MAX)));
        assertThat(index.windowsAt(Long.MIN_VALUE)).containsExactly(0);
        assertThat(index.windowsAt(Long.MAX_VALUE - 1)).containsExactly(0);
    }

    private static Instant micros(long micros) {
        return Instant.EPOCH.plusNanos(micros * 1_000);
    }
}
