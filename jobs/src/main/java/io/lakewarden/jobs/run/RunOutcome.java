package io.lakewarden.jobs.run;

import java.util.List;

/**
 * How a command over windows ended.
 *
 * @param windows in the order of time
 */
public record RunOutcome(List<WindowOutcome> windows) {
    public RunOutcome {
        windows = List.copyOf(windows);
    }

    /** The exit code of the whole command. */
    public ExitCode exitCode() {
        return ExitCode.worstOf(windows.stream().map(WindowOutcome::exitCode).toList());
    }
}
