package io.lakewarden.jobs.run;

import java.util.List;
import java.util.Objects;

/**
 * How a command over windows ended.
 *
 * @param windows in the order of time
 * @param complaints what is wrong with the look of the reports, a line for each
 * @param rendering what the look of the reports says about the exit code; {@link ExitCode#EMPTY} where it says nothing
 */
public record RunOutcome(List<WindowOutcome> windows, List<String> complaints, ExitCode rendering) {
    public RunOutcome {
        windows = List.copyOf(windows);
        complaints = List.copyOf(complaints);
        Objects.requireNonNull(rendering, "rendering");
    }

    /** An outcome whose reports look as they should. */
    public RunOutcome(List<WindowOutcome> windows) {
        this(windows, List.of(), ExitCode.EMPTY);
    }

    /** The exit code of the whole command. */
    public ExitCode exitCode() {
        return ExitCode.worstOf(windows.stream().map(WindowOutcome::exitCode).toList())
                .and(rendering);
    }
}
