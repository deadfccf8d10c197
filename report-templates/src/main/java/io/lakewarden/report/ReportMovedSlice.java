package io.lakewarden.report;

import io.lakewarden.result.ColumnRole;
import io.lakewarden.result.MetricValue;
import java.util.Objects;

/**
 * A slice that moved, by the column of it that moved furthest and is no accident among the columns of all slices.
 *
 * @param key the column that it is a slice of
 * @param value the value that its rows share
 * @param rows its rows in the window
 * @param column the column that moved furthest in it
 * @param role what that column means to the model
 * @param statistic what was measured
 * @param effect how far it moved
 * @param multiple the same as a multiple of its limit
 * @param adjusted its p-value, adjusted to the columns of all slices
 */
public record ReportMovedSlice(
        String key,
        String value,
        long rows,
        String column,
        ColumnRole role,
        String statistic,
        MetricValue effect,
        double multiple,
        double adjusted) {
    public ReportMovedSlice {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(value, "value");
        Objects.requireNonNull(column, "column");
        Objects.requireNonNull(role, "role");
        Objects.requireNonNull(statistic, "statistic");
        Objects.requireNonNull(effect, "effect");
    }
}
