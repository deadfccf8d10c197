package io.lakewarden.jobs.source;

import io.lakewarden.result.Window;
import java.time.Instant;

/**
 * When the rows of a file can have happened. It may be wider than they are, never narrower.
 *
 * @param earliest no row is earlier
 * @param latest no row is later; before {@code earliest} where no row has a time
 */
public record TimeRange(Instant earliest, Instant latest) {
    /** Nothing is known. */
    public static final TimeRange ANYTIME = new TimeRange(Instant.MIN, Instant.MAX);

    /** No row has a time. */
    public static final TimeRange NEVER = new TimeRange(Instant.MAX, Instant.MIN);

    /** Whether a row can lie in the window. */
    public boolean mayTouch(Window window) {
        return !earliest.isAfter(latest) && earliest.isBefore(window.end()) && !latest.isBefore(window.start());
    }
}
