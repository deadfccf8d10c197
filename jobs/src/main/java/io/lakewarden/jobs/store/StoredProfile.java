package io.lakewarden.jobs.store;

import io.lakewarden.profile.SlicedProfile;
import java.util.Objects;

/**
 * A committed window's profile, together with the very run that wrote it: which source it describes is known for sure,
 * whatever other processes commit meanwhile.
 *
 * @param run the run
 * @param profile what it profiled, with its slices
 */
public record StoredProfile(StoredRun run, SlicedProfile profile) {
    public StoredProfile {
        Objects.requireNonNull(run, "run");
        Objects.requireNonNull(profile, "profile");
    }

    /** The state of the source that the profile describes. */
    public String snapshot() {
        return run.facts().inputs().sourceSnapshot();
    }
}
