package io.lakewarden.jobs.store;

import io.lakewarden.profile.DatasetProfile;
import java.util.Objects;

/**
 * A committed window's profile, together with the very run that wrote it: which source it describes is known for sure,
 * whatever other processes commit meanwhile.
 *
 * @param run the run
 * @param profile what it profiled
 */
public record StoredProfile(StoredRun run, DatasetProfile profile) {
    public StoredProfile {
        Objects.requireNonNull(run, "run");
        Objects.requireNonNull(profile, "profile");
    }

    /** The state of the source that the profile describes. */
    public String snapshot() {
        return run.facts().inputs().sourceSnapshot();
    }
}
