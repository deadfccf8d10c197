package io.lakewarden.rules;

import io.lakewarden.result.Status;

/** What it means that a rule does not hold. */
public enum Severity {
    /** Worth a look: rows stay where they are, flagged. */
    WARN(Status.WARN),
    /** Not acceptable: rows go to quarantine. */
    FAIL(Status.FAIL);

    private final Status status;

    Severity(Status status) {
        this.status = status;
    }

    /** The status of the finding. */
    public Status status() {
        return status;
    }
}
