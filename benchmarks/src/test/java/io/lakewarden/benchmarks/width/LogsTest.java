package io.lakewarden.benchmarks.width;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogsTest {
    @TempDir
    private Path folder;

    @Test
    void sumsPausesAndKeepsTheMostThatWasLeftInUse() throws IOException {
        Path log = Files.writeString(
                folder.resolve("gc.log"),
                """
                [0.9s][info][gc] Using G1
                [1.0s][info][gc] GC(0) Pause Young (Normal) (G1 Evacuation Pause) 2040M->1900M(2048M) 7.5ms
                [2.0s][info][gc] GC(1) Concurrent Mark Cycle 80.2ms
                [3.0s][info][gc] GC(2) Pause Full (Allocation Failure) 2010M->1500M(2048M) 492.5ms
                [4.0s][info][gc] GC(3) Pause Remark 411M->383M(690M) 6.000ms
                """);

        CollectorLog pauses = CollectorLog.read(log);

        assertThat(pauses.pauseSeconds()).isCloseTo(0.506, within(1e-9));
        assertThat(pauses.liveMib()).isEqualTo(1_500);
        assertThat(CollectorLog.read(folder.resolve("none"))).isEqualTo(new CollectorLog(0, 0));
    }

    @Test
    void addsTheResultsOfATasksJob() throws IOException {
        Files.writeString(
                folder.resolve("app-1"),
                """
                {"Event":"SparkListenerJobStart","Job ID":0,"Stage IDs":[0,1]}
                {"Event":"SparkListenerJobStart","Job ID":1,"Stage IDs":[2]}
                """
                        + task(0, 100, 2_000, 50, "Success")
                        + task(1, 700, 1_000, 0, "Success")
                        + task(1, 900, 1_000, 0, "Success")
                        + task(2, 800, 1_000, 150, "Success")
                        + task(2, 9_999, 1_000, 0, "ExceptionFailure"));

        EventLog log = EventLog.in(folder);

        assertThat(log).isEqualTo(new EventLog(2, 4, 1, 900, 1_700, 20, 5, 0.2));
    }

    private static String task(int stage, long result, long millis, long collector, String end) {
        return "{\"Event\":\"SparkListenerTaskEnd\",\"Stage ID\":%d,\"Task End Reason\":{\"Reason\":\"%s\"},"
                        .formatted(stage, end)
                + "\"Task Metrics\":{\"Executor Run Time\":%d,\"JVM GC Time\":%d,\"Result Size\":%d,"
                        .formatted(millis, collector, result)
                + "\"Shuffle Write Metrics\":{\"Shuffle Bytes Written\":5}}}\n";
    }
}
