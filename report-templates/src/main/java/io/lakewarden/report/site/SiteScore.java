package io.lakewarden.report.site;

import io.lakewarden.result.MetricValue;
import java.util.Objects;
import java.util.OptionalDouble;

/**
 * The score of a column in one window.
 *
 * @param name name of the statistic, such as {@code population_stability_index}
 * @param value its value, or why it has none
 * @param warn the score warns from here on; empty where it never does
 * @param fail the score fails from here on; empty where it never does
 * @param binningId the bins it was computed over, empty where there are none; scores over different bins do not compare
 */
public record SiteScore(String name, MetricValue value, OptionalDouble warn, OptionalDouble fail, String binningId) {
    public SiteScore {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(value, "value");
        Objects.requireNonNull(warn, "warn");
        Objects.requireNonNull(fail, "fail");
        Objects.requireNonNull(binningId, "binningId");
    }

    /** Whether the values of both may be held against each other. */
    boolean comparesWith(SiteScore other) {
        return name.equals(other.name) && binningId.equals(other.binningId);
    }
}
