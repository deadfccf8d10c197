package io.lakewarden.jobs.store;

import io.lakewarden.profile.DatasetProfile;
import java.util.List;
import java.util.Objects;

/**
 * A reference as the store keeps it, independent of the table it was read from.
 *
 * @param run the run that profiled it
 * @param whole the profile of all of it
 * @param blocks counts of its sub-windows, oldest first; may be empty
 */
public record StoredReference(StoredRun run, DatasetProfile whole, List<DatasetProfile> blocks) {
    public StoredReference {
        Objects.requireNonNull(run, "run");
        Objects.requireNonNull(whole, "whole");
        blocks = List.copyOf(blocks);
    }
}
