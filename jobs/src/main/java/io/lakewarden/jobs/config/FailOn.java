package io.lakewarden.jobs.config;

import io.lakewarden.result.Status;

/** From which status on a finding makes a run fail (exit code 3). */
public enum FailOn {
    /** Warnings and failures. */
    WARN,
    /** Failures only; the default. */
    FAIL,
    /** Nothing: the report is all that is wanted. */
    NEVER;

    /** Whether a finding of this status makes the run fail. */
    public boolean isReachedBy(Status status) {
        return switch (this) {
            case WARN -> status.isAlert();
            case FAIL -> status == Status.FAIL;
            case NEVER -> false;
        };
    }
}
