package io.lakewarden.jobs.store;

import io.lakewarden.result.Window;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;

/**
 * A committed run that is the truth of its subject.
 *
 * @param facts what is known of the run
 * @param committedAt when it became the truth
 * @param rowsWritten how many rows it has in each data table, by the table's name; where some of them are about slices,
 *     also how many are not, by the table's name and {@code .all_rows}
 */
public record StoredRun(RunFacts facts, Instant committedAt, Map<String, Long> rowsWritten) {
    public StoredRun {
        Objects.requireNonNull(facts, "facts");
        Objects.requireNonNull(committedAt, "committedAt");
        rowsWritten = Map.copyOf(rowsWritten);
    }

    /** The run's id. */
    public String runId() {
        return facts.runId();
    }

    /** The window covered. */
    public Window window() {
        return facts.window();
    }

    /** Rows that the run has in a data table. */
    long rowsIn(StoreTable table) {
        return rowsWritten.getOrDefault(table.tableName(), 0L);
    }

    /** Rows that the run has in a data table about all rows of its data, not about a slice. */
    long rowsOfAllRowsIn(StoreTable table) {
        return rowsWritten.getOrDefault(ofAllRows(table), rowsIn(table));
    }

    /** The name under which {@link #rowsWritten} counts the rows that are about no slice. */
    static String ofAllRows(StoreTable table) {
        return table.tableName() + ".all_rows";
    }
}
