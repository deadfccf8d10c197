package io.lakewarden.jobs.store;

import io.lakewarden.result.Status;
import io.lakewarden.result.Window;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;

/**
 * What is known of one run: one execution for one monitor and window.
 *
 * @param runId names this attempt alone; never used twice, not even for another window of the same command
 * @param kind whether it profiled a window or a reference
 * @param monitor the monitor's name
 * @param window the window covered; for a reference, the range it spans
 * @param granularity the window's length for people, such as {@code 1 month}
 * @param inputs what the result is a function of
 * @param status the worst status found
 * @param exitCode what the process said
 * @param startedAt when the run started
 * @param finishedAt when the run had its result
 * @param version the version of Lakewarden that ran
 * @param rows rows profiled
 */
public record RunFacts(
        String runId,
        RunKind kind,
        String monitor,
        Window window,
        String granularity,
        RunInputs inputs,
        Status status,
        int exitCode,
        Instant startedAt,
        Instant finishedAt,
        String version,
        long rows) {
    public RunFacts {
        requireText(runId, "run id");
        requireText(monitor, "monitor");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(window, "window");
        Objects.requireNonNull(granularity, "granularity");
        Objects.requireNonNull(inputs, "inputs");
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(version, "version");
        startedAt = startedAt.truncatedTo(ChronoUnit.MICROS);
        finishedAt = finishedAt.truncatedTo(ChronoUnit.MICROS);
        requireMicroseconds(window.start());
        requireMicroseconds(window.end());
        if (kind == RunKind.REFERENCE && inputs.referenceId().isEmpty()) {
            throw new IllegalArgumentException("a run over a reference names the reference");
        }
    }

    /** What this run is the truth of, once committed: the window as {@code START/END}, or {@code reference:ID}. */
    public String subject() {
        return kind == RunKind.WINDOW
                ? subject(window)
                : referenceSubject(inputs.referenceId().orElseThrow());
    }

    static String subject(Window window) {
        return window.toString();
    }

    static String referenceSubject(String referenceId) {
        return "reference:" + referenceId;
    }

    private static void requireText(String text, String what) {
        if (text.isBlank()) {
            throw new IllegalArgumentException("a run needs a " + what + ", but got '" + text + "'");
        }
    }

    private static void requireMicroseconds(Instant instant) {
        if (!instant.equals(instant.truncatedTo(ChronoUnit.MICROS))) {
            throw new IllegalArgumentException("the store keeps whole microseconds, but a window ends at " + instant);
        }
    }
}
