package io.lakewarden.jobs.store;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import io.delta.tables.DeltaTable;
import io.lakewarden.result.Window;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.DataFrameWriter;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * The rows of windows, told apart by what rules say of them: a Delta table with one row for each, partitioned by window
 * and outcome. A window is replaced as a whole in one commit, so that readers see it before or after, and a repeated run
 * leaves what one leaves.
 */
public final class QuarantineTable {
    /** START/END of the window that the row is in. */
    public static final String WINDOW = "window";
    /** What became of the row. */
    public static final String OUTCOME = "outcome";
    /** The run that judged it. */
    public static final String RUN_ID = "run_id";
    /** The row itself, a struct of its columns. */
    public static final String ROW = "row";

    private static final int ATTEMPTS = 12;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(40);

    private final SparkSession session;
    private final String path;
    private final WriterLock lock;

    private QuarantineTable(SparkSession session, String path, WriterLock lock) {
        this.session = session;
        this.path = path;
        this.lock = lock;
    }

    /** The table at a path of any file system that Hadoop knows. */
    public static QuarantineTable at(SparkSession session, String path) {
        URI root = StoreRoot.resolve(path, session.sparkContext().hadoopConfiguration());
        return new QuarantineTable(session, new Path(root).toString(), WriterLock.of(root));
    }

    /**
     * Replaces the rows of a window.
     *
     * @param rows with the columns {@link #OUTCOME} and {@link #ROW}, and whatever else is told of each row
     * @return how many rows of each outcome were written
     */
    public Map<String, Long> replace(Window window, String runId, Dataset<Row> rows) {
        Dataset<Row> staged = rows.withColumn(WINDOW, lit(window.toString())).withColumn(RUN_ID, lit(runId));
        new ConflictRetry(ATTEMPTS, FIRST_PAUSE).run("replace " + window, () -> lock.hold(() -> write(window, staged)));
        Map<String, Long> counts = new TreeMap<>();
        rows(window)
                .groupBy(OUTCOME)
                .count()
                .collectAsList()
                .forEach(row -> counts.put(row.getString(0), row.getLong(1)));
        return counts;
    }

    private void write(Window window, Dataset<Row> staged) {
        DataFrameWriter<Row> writer = staged.write().format("delta").partitionBy(WINDOW, OUTCOME);
        if (exists()) {
            writer.mode("overwrite")
                    .option("replaceWhere", WINDOW + " = '" + window + "'")
                    .option("mergeSchema", "true")
                    .save(path);
        } else {
            // With it, names of columns may hold spaces and the like.
            writer.option("delta.columnMapping.mode", "name").save(path);
        }
    }

    /** The rows that a window has here, as they were judged last; empty where it was never judged. */
    public Optional<Dataset<Row>> content(Window window) {
        return exists() ? Optional.of(rows(window).select(ROW + ".*")) : Optional.empty();
    }

    private Dataset<Row> rows(Window window) {
        return session.withActive(() -> session.read().format("delta").load(path))
                .where(col(WINDOW).equalTo(window.toString()));
    }

    private boolean exists() {
        return DeltaTable.isDeltaTable(session, path);
    }
}
