package io.lakewarden.jobs.run;

import io.lakewarden.result.Finding;
import io.lakewarden.result.Window;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How one window of a command ended.
 *
 * @param window the window
 * @param runId the attempt; empty where there was none
 * @param exitCode what the window says about the exit code
 * @param rows rows in the window, or of it that were sampled
 * @param sampleShare which share of the rows was read; empty for all
 * @param profile how its profile was come by, in one sentence; empty where its rows were simply read
 * @param findings all that was judged, worst first
 * @param explanation why the columns asked for came out as they did, in lines
 * @param report path or URI of the HTML report, where one was made
 * @param error one or two lines, where the window could not be done at all
 */
public record WindowOutcome(
        Window window,
        String runId,
        ExitCode exitCode,
        long rows,
        OptionalDouble sampleShare,
        Optional<String> profile,
        List<Finding> findings,
        List<String> explanation,
        Optional<String> report,
        Optional<String> error) {
    public WindowOutcome {
        Objects.requireNonNull(window, "window");
        Objects.requireNonNull(runId, "runId");
        Objects.requireNonNull(exitCode, "exitCode");
        Objects.requireNonNull(sampleShare, "sampleShare");
        Objects.requireNonNull(profile, "profile");
        findings = List.copyOf(findings);
        explanation = List.copyOf(explanation);
        Objects.requireNonNull(report, "report");
        Objects.requireNonNull(error, "error");
    }

    /** An outcome of which nothing is explained. */
    public WindowOutcome(
            Window window,
            String runId,
            ExitCode exitCode,
            long rows,
            OptionalDouble sampleShare,
            Optional<String> profile,
            List<Finding> findings,
            Optional<String> report,
            Optional<String> error) {
        this(window, runId, exitCode, rows, sampleShare, profile, findings, List.of(), report, error);
    }
}
