package io.lakewarden.jobs.store;

import java.util.Objects;
import java.util.Optional;

/**
 * Everything that a run's result is a function of.
 *
 * @param configurationDigest digest of the monitor's effective configuration
 * @param sourceSnapshot the exact version of the source, such as a Delta version or a digest of the files read
 * @param referenceId what names the reference: equal definitions over equal snapshots have equal ids
 * @param referenceRunId the run that profiled the reference
 * @param fingerprint digest of the profile states that went in, see {@link Fingerprint}
 */
public record RunInputs(
        String configurationDigest,
        String sourceSnapshot,
        Optional<String> referenceId,
        Optional<String> referenceRunId,
        String fingerprint) {
    public RunInputs {
        Objects.requireNonNull(configurationDigest, "configurationDigest");
        Objects.requireNonNull(sourceSnapshot, "sourceSnapshot");
        Objects.requireNonNull(referenceId, "referenceId");
        Objects.requireNonNull(referenceRunId, "referenceRunId");
        Objects.requireNonNull(fingerprint, "fingerprint");
    }
}
