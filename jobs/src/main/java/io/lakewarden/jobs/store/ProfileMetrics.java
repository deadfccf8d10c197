package io.lakewarden.jobs.store;

import io.lakewarden.profile.ColumnProfile;
import io.lakewarden.profile.DatasetProfile;
import io.lakewarden.profile.TemporalProfile;
import io.lakewarden.result.MetricValue;
import io.lakewarden.result.MetricValue.Known;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A column's numbers as the tables show them: those of the profile, and the shares that follow from them. */
final class ProfileMetrics {
    private static final double MICROSECONDS = 1e6;

    private static final Map<String, String> SHARES = Map.of(
            "num_nan", "percent_nan",
            "num_zeros", "percent_zeros",
            "distinct_count", "percent_distinct");

    private ProfileMetrics() {}

    static Map<String, MetricValue> of(ColumnProfile column) {
        Map<String, MetricValue> metrics = new LinkedHashMap<>(column.metrics());
        SHARES.forEach((count, share) -> {
            if (metrics.containsKey(count)) {
                metrics.putIfAbsent(share, divided(metrics.get(count), (double) column.count()));
            }
        });
        if (column instanceof TemporalProfile) {
            metrics.computeIfPresent("min", (name, value) -> divided(value, MICROSECONDS));
            metrics.computeIfPresent("max", (name, value) -> divided(value, MICROSECONDS));
        }
        return metrics;
    }

    /** The columns with a value that is not null, in the order of the table. */
    static List<String> nonNullColumns(DatasetProfile profile) {
        return profile.columns().values().stream()
                .filter(column -> column.present() > 0)
                .map(ColumnProfile::name)
                .toList();
    }

    private static MetricValue divided(MetricValue value, double by) {
        if (!(value instanceof Known known)) {
            return value;
        }
        return by == 0
                ? MetricValue.unknown("there are no values")
                : MetricValue.between(known.value() / by, known.lower() / by, known.upper() / by);
    }
}
