package io.lakewarden.jobs.store;

import io.lakewarden.result.Finding;
import io.lakewarden.result.Window;
import java.util.Objects;
import java.util.Optional;

/**
 * A finding and how long it has stood.
 *
 * @param finding the fact judged
 * @param since the first window of the unbroken streak in which the finding's key alerted; empty where it does not alert
 */
public record StoredFinding(Finding finding, Optional<Window> since) {
    public StoredFinding {
        Objects.requireNonNull(finding, "finding");
        Objects.requireNonNull(since, "since");
    }
}
