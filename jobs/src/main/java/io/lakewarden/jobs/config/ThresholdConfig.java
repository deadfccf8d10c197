package io.lakewarden.jobs.config;

import java.util.Objects;
import java.util.OptionalDouble;

/**
 * From which score on a finding warns or fails; at least one of the two.
 *
 * @param warn {@code warn}: finite, at least 0
 * @param fail {@code fail}: finite, at least {@code warn}
 */
public record ThresholdConfig(OptionalDouble warn, OptionalDouble fail) {
    public ThresholdConfig {
        Objects.requireNonNull(warn, "warn");
        Objects.requireNonNull(fail, "fail");
        if (warn.isEmpty() && fail.isEmpty()) {
            throw new IllegalArgumentException("a threshold needs warn, fail or both");
        }
    }
}
