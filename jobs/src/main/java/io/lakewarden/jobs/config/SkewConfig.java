package io.lakewarden.jobs.config;

import io.lakewarden.spark.skew.SkewLimits;
import java.util.List;
import java.util.Objects;

/**
 * Another source whose rows of the same window should tell the same: {@code skew}.
 *
 * @param selection {@code path}, {@code format}, {@code table}, {@code query} and {@code where}: which rows
 * @param key {@code key}: the columns that name a row in both; empty where only distributions are compared
 * @param limits {@code tolerance}, {@code warn} and {@code fail}
 */
public record SkewConfig(RowSelection selection, List<String> key, SkewLimits limits) {
    public SkewConfig {
        Objects.requireNonNull(selection, "selection");
        key = List.copyOf(key);
        Objects.requireNonNull(limits, "limits");
    }
}
