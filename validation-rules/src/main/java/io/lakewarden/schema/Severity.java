package io.lakewarden.schema;

import io.lakewarden.result.Status;

/** What becomes of something that a schema does not expect. */
public enum Severity {
    /** Nothing: it is allowed. */
    ALLOW(Status.PASS),
    WARN(Status.WARN),
    FAIL(Status.FAIL);

    private final Status status;

    Severity(Status status) {
        this.status = status;
    }

    Status status() {
        return status;
    }

    /** The status of a finding: failures are weakened, everything else stays. */
    Status of(Status found) {
        return found == Status.FAIL ? status : found;
    }
}
