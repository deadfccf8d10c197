package io.lakewarden.jobs.run;

import io.lakewarden.drift.DatasetDrift;
import io.lakewarden.profile.DatasetProfile;
import io.lakewarden.result.Finding;
import io.lakewarden.spark.skew.RowSkew;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A window held against another source's rows of the same window.
 *
 * @param description the other source for people
 * @param snapshot the state of it that was read
 * @param there the profile of its rows
 * @param drift from there to here; columns that were joined have the rate of mismatches among their scores
 * @param joined what the rows themselves tell; absent without a key
 * @param findings all that was judged
 */
record SkewOutcome(
        String description,
        String snapshot,
        DatasetProfile there,
        DatasetDrift drift,
        Optional<RowSkew> joined,
        List<Finding> findings) {
    SkewOutcome {
        Objects.requireNonNull(description, "description");
        Objects.requireNonNull(snapshot, "snapshot");
        Objects.requireNonNull(there, "there");
        Objects.requireNonNull(drift, "drift");
        Objects.requireNonNull(joined, "joined");
        findings = List.copyOf(findings);
    }
}
