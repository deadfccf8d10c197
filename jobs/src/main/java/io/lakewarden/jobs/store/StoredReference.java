package io.lakewarden.jobs.store;

import io.lakewarden.profile.SlicedProfile;
import java.util.List;
import java.util.Objects;

/**
 * A reference as the store keeps it, independent of the table it was read from.
 *
 * @param run the run that profiled it
 * @param profile all of it, with its slices
 * @param blocks counts of its sub-windows, oldest first, with slices where these were counted too; may be empty
 */
public record StoredReference(StoredRun run, SlicedProfile profile, List<SlicedProfile> blocks) {
    public StoredReference {
        Objects.requireNonNull(run, "run");
        Objects.requireNonNull(profile, "profile");
        blocks = List.copyOf(blocks);
    }
}
