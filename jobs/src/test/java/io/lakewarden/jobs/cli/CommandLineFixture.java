package io.lakewarden.jobs.cli;

import io.lakewarden.jobs.run.ExitCode;
import io.lakewarden.jobs.run.RunOutcome;
import io.lakewarden.jobs.run.WindowOutcome;
import io.lakewarden.result.Finding;
import io.lakewarden.result.Status;
import io.lakewarden.result.Window;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Tests of the command line with two monitors and recorded jobs. */
abstract class CommandLineFixture {
    static final Window JANUARY = Window.parse("2012-01-01/2012-02-01");
    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-04T23:30:00Z"), ZoneOffset.UTC);

    final RecordedTerminal terminal = new RecordedTerminal();
    final RecordedJobs jobs = new RecordedJobs();

    @TempDir
    Path folder;

    Path monthly;
    Path timeless;

    @BeforeEach
    void writeMonitors() throws IOException {
        monthly = Files.writeString(
                folder.resolve("monthly.yaml"),
                """
                monitor: bike-sharing
                source: {format: csv, path: "hour-${env:KEY}.csv"}
                time: {column: dteday}
                windows: P1M
                reference: {pinned: 2011-01-01/2012-01-01}
                """);
        timeless = Files.writeString(
                folder.resolve("timeless.yaml"),
                """
                monitor: occupancy
                source: {format: csv, path: test.csv}
                reference: {path: train.csv}
                fail_on: warn
                """);
    }

    int run(String... arguments) {
        return terminal.run(Map.of("KEY", "secretvalue"), CLOCK, jobs::open, arguments);
    }

    String out() {
        return terminal.out();
    }

    String err() {
        return terminal.err();
    }

    static RunOutcome outcome(ExitCode exitCode, Finding... findings) {
        return new RunOutcome(List.of(new WindowOutcome(
                JANUARY,
                "r1",
                exitCode,
                10,
                OptionalDouble.empty(),
                Optional.empty(),
                List.of(findings),
                Optional.empty(),
                Optional.empty())));
    }

    static Finding finding(Status status) {
        return Finding.of("data-drift", "a\nb", "x", status, "1", "2", "the column a\nb is " + status);
    }
}
