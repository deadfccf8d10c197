package io.lakewarden.report;

import io.lakewarden.result.MetricValue;
import java.util.Objects;

/**
 * One number of a profile on both sides.
 *
 * @param name snake_case, such as {@code percent_null} (a share in [0, 1])
 * @param reference its value in the reference
 * @param current its value in the window
 */
public record ReportMetric(String name, MetricValue reference, MetricValue current) {
    public ReportMetric {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(reference, "reference");
        Objects.requireNonNull(current, "current");
    }
}
