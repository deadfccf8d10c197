package io.lakewarden.jobs.source;

import io.lakewarden.jobs.config.UserException;
import io.lakewarden.result.Finding;
import io.lakewarden.result.Window;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;

/**
 * A source at one moment. Whatever is written to it later, {@code data} reads the same version or the same list of files;
 * only of a database it reads the rows that are there when it reads.
 *
 * @param data the rows, after the configured predicates, with text times read as timestamps
 * @param snapshot which state of the source this is: equal text, equal rows; of a database never equal to another
 * @param description the source for people, in one clause
 * @param timeColumn path of the column that says when, a date or timestamp in {@code data}; empty where the source knows no time
 * @param findings what was noticed while reading, such as rows left out
 * @param history what is known of earlier states
 */
public record ResolvedSource(
        Dataset<Row> data,
        String snapshot,
        String description,
        Optional<String> timeColumn,
        List<Finding> findings,
        SourceHistory history) {
    public ResolvedSource {
        findings = List.copyOf(findings);
    }

    /** The columns of the rows. */
    public StructType schema() {
        return data.schema();
    }

    /** The names of the columns that the storage is laid out by, outermost first: of folders of files, or of a Delta table. */
    public List<String> partitionColumns() {
        return PartitionColumns.of(data);
    }

    /**
     * Why a predicate cannot part the rows; empty where it can: whether it holds depends on the row alone.
     *
     * @param place how the monitor file calls it
     */
    public Optional<String> predicateObstacle(String place, String predicate) {
        try {
            return Predicates.dependsOnTheRowAlone(Predicates.where(data, predicate, place), predicate)
                    ? Optional.empty()
                    : Optional.of(
                            place + ": '" + predicate
                                    + "' may part the same rows in another way each time; expected a predicate on the row alone");
        } catch (UserException e) {
            return Optional.of(e.getMessage());
        }
    }

    /** Whether a snapshot is of the same selection of rows as this one, whatever the state of the table was. */
    public boolean selects(String otherSnapshot) {
        return SelectedSnapshot.selection(otherSnapshot).equals(SelectedSnapshot.selection(snapshot));
    }

    /**
     * The rows that can lie in a window, read with as little else as the storage allows: partitions and row groups
     * outside are skipped. Rows without a time stay, so that they can be counted. Rows outside may stay too.
     */
    public Dataset<Row> within(Window window) {
        return timeColumn.map(time -> TimeFilter.within(data, time, window)).orElse(data);
    }

    /** The rows of a window and no others; all rows where the source knows no time. */
    public Dataset<Row> of(Window window) {
        return timeColumn.map(time -> TimeFilter.exactly(data, time, window)).orElse(data);
    }

    /** How many rows have no time; storage that counts nulls is hardly read for that. */
    public long countWithoutTime() {
        return timeColumn
                .map(time -> TimeFilter.withoutTime(data, time).count())
                .orElse(0L);
    }
}
