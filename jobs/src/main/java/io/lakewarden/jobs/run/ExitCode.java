package io.lakewarden.jobs.run;

import io.lakewarden.jobs.config.FailOn;
import io.lakewarden.result.Finding;
import io.lakewarden.result.Status;
import java.util.Collection;

/**
 * How a command ends, for shells and schedulers. The constants stand in the order of precedence: where several apply,
 * the first of them is the exit code, so that {@link #EMPTY} is left only where nothing else is.
 */
public enum ExitCode {
    /** An unexpected or infrastructure error; worth a retry. */
    UNEXPECTED(1),
    /** Wrong usage or configuration, or input that is missing; not worth a retry. */
    USAGE(2),
    /** A finding at or above {@code --fail-on}. */
    FINDINGS(3),
    /** Something could not be judged: an ERROR finding, no reference, too few rows. */
    UNDECIDABLE(4),
    /** Done, and nothing at or above {@code --fail-on}. */
    OK(0),
    /** The window holds no rows; Airflow takes this code for "skipped". */
    EMPTY(99);

    private final int code;

    ExitCode(int code) {
        this.code = code;
    }

    /** The number that the process ends with. */
    public int code() {
        return code;
    }

    /** The one of the two that counts. */
    public ExitCode and(ExitCode other) {
        return compareTo(other) <= 0 ? this : other;
    }

    /** The one that counts; {@link #EMPTY} of none, for there was nothing to do. */
    public static ExitCode worstOf(Collection<ExitCode> codes) {
        return codes.stream().reduce(EMPTY, ExitCode::and);
    }

    /**
     * The exit code of one judged window.
     *
     * @param rows rows in the window
     * @param findings all that was judged
     * @param failOn from which status on a finding fails the run
     */
    public static ExitCode of(long rows, Collection<Finding> findings, FailOn failOn) {
        ExitCode code = rows == 0 ? EMPTY : OK;
        for (Finding finding : findings) {
            if (failOn.isReachedBy(finding.status())) {
                code = code.and(FINDINGS);
            } else if (finding.status() == Status.ERROR) {
                code = code.and(UNDECIDABLE);
            }
        }
        return code;
    }
}
