package io.lakewarden.jobs.store;

import java.util.Objects;
import java.util.Optional;

/**
 * What names a number of a window.
 *
 * @param column the column that it is of; absent for the whole table
 * @param metric its name in the tables
 */
public record MetricName(Optional<String> column, String metric) {
    public MetricName {
        Objects.requireNonNull(column, "column");
        Objects.requireNonNull(metric, "metric");
    }
}
