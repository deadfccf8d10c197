package io.lakewarden.jobs.source;

import io.lakewarden.jobs.config.TimeConfig;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** What a format can tell of a table's past. */
@FunctionalInterface
interface TableHistory {
    /** For formats without a log: there is only the list of files as it is. */
    static TableHistory none(String format) {
        return (snapshot, time) -> new Unknown("a " + format + " source has no log of its changes");
    }

    /**
     * What happened since an earlier state.
     *
     * @param snapshot the earlier state
     * @param time the column that says when
     */
    TableChanges since(String snapshot, Optional<TimeConfig> time);

    /** How a table differs from an earlier state of it. */
    sealed interface TableChanges {}

    /** Nobody can tell, and why. */
    record Unknown(String reason) implements TableChanges {}

    /** File by file, as in {@link SourceChanges.Known}; {@code added} holds the rows as they are stored. */
    record Known(String since, List<TimeRange> lost, List<TimeRange> gained, Dataset<Row> added)
            implements TableChanges {}
}
