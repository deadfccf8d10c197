package io.lakewarden.benchmarks.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ProcessUsageTest {
    @Test
    void readsTimesAndPeakWhateverTheProcessIsCalled() {
        String stat = "4711 (a b) c) S 1 2 3 4 5 6 7 8 9 10 250 50 7 3 20 0 1";
        List<String> status = List.of("Name:\ta", "VmPeak:\t 900000 kB", "VmHWM:\t  204800 kB");

        // User and system time of itself and of its children that have ended: 2.5 + 0.5 + 0.07 + 0.03 seconds.
        assertThat(ProcessUsage.parse(stat, status)).isEqualTo(new ProcessUsage(3.1, 200));
    }

    @Test
    void readsThisProcess() {
        ProcessUsage usage = ProcessUsage.of(ProcessHandle.current());

        assertThat(usage.cpuSeconds()).isPositive();
        assertThat(usage.peakMib()).isPositive();
    }
}
