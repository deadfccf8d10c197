package io.lakewarden.drift;

import io.lakewarden.result.Finding;
import java.util.List;

/**
 * The comparison of two datasets.
 *
 * @param columns in the order of the reference
 * @param findings all of them: of the table first, then of each column
 * @param tests of how many columns the primary checks were tested together; of slices, of all slices' columns
 */
public record DatasetDrift(List<ColumnDrift> columns, List<Finding> findings, int tests) {
    public DatasetDrift {
        columns = List.copyOf(columns);
        findings = List.copyOf(findings);
    }
}
