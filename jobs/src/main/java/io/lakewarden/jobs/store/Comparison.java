package io.lakewarden.jobs.store;

import io.lakewarden.drift.DatasetDrift;
import io.lakewarden.profile.DatasetProfile;
import java.util.Objects;

/**
 * The drift of a window against one other profile.
 *
 * @param type what that other profile is
 * @param reference the profile compared with; its window is stored as {@code window_cmp}
 * @param drift the outcome
 */
public record Comparison(DriftType type, DatasetProfile reference, DatasetDrift drift) {
    public Comparison {
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(reference, "reference");
        Objects.requireNonNull(drift, "drift");
    }
}
