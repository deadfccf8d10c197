package io.lakewarden.drift;

import io.lakewarden.result.Finding;
import java.util.List;

/**
 * The comparison of two datasets.
 *
 * @param columns in the order of the reference
 * @param findings all of them: of the table first, then of each column
 */
public record DatasetDrift(List<ColumnDrift> columns, List<Finding> findings) {
    public DatasetDrift {
        columns = List.copyOf(columns);
        findings = List.copyOf(findings);
    }
}
