package io.lakewarden.report;

import io.lakewarden.result.MetricValue;
import io.lakewarden.result.Status;
import java.util.Collections;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One drift statistic of one column.
 *
 * @param name snake_case, such as {@code population_stability_index}
 * @param value the score, larger is further from the reference
 * @param details what goes with it, such as {@code p_value}
 * @param warn the score warns from here on; empty where it never does
 * @param fail the score fails from here on; empty where it never does
 * @param status the judgement; SKIPPED where the statistic has no limit
 */
public record ReportScore(
        String name,
        MetricValue value,
        SortedMap<String, MetricValue> details,
        OptionalDouble warn,
        OptionalDouble fail,
        Status status) {
    public ReportScore {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(value, "value");
        details = Collections.unmodifiableSortedMap(new TreeMap<>(details));
        Objects.requireNonNull(warn, "warn");
        Objects.requireNonNull(fail, "fail");
        Objects.requireNonNull(status, "status");
        requireFinite(warn, "warn");
        requireFinite(fail, "fail");
    }

    private static void requireFinite(OptionalDouble limit, String name) {
        if (limit.isPresent() && !Double.isFinite(limit.getAsDouble())) {
            throw new IllegalArgumentException("the limit '" + name + "' is finite, but got " + limit.getAsDouble());
        }
    }
}
