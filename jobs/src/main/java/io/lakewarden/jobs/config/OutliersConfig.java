package io.lakewarden.jobs.config;

import io.lakewarden.outlier.OutlierPolicy;
import java.util.List;

/**
 * Which columns are looked at for outliers, and how.
 *
 * @param columns {@code outliers.columns}: by path; all inputs where it is empty
 * @param ignore {@code outliers.ignore}: those of them that are left out
 * @param policy what is taken for an outlier
 */
public record OutliersConfig(List<String> columns, List<String> ignore, OutlierPolicy policy) {
    public OutliersConfig {
        columns = List.copyOf(columns);
        ignore = List.copyOf(ignore);
    }
}
