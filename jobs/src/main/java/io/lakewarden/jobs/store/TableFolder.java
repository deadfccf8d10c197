package io.lakewarden.jobs.store;

import io.delta.tables.DeltaTable;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** The Delta tables under one root: appends, reads and deletes, each of them one Delta commit. */
final class TableFolder {
    /** A task carries its rows with it, and Spark refuses messages above 128 MB. */
    private static final long BYTES_PER_FILE = 16L << 20;

    private static final int COMMIT_ATTEMPTS = 12;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(40);

    private final SparkSession session;
    private final URI root;
    private final WriterLock lock;
    private final ConflictRetry retry = new ConflictRetry(COMMIT_ATTEMPTS, FIRST_PAUSE);

    TableFolder(SparkSession session, URI root) {
        this.session = session;
        this.root = root;
        this.lock = WriterLock.of(root);
    }

    /** Appends rows; the first append creates the table. Two appends never conflict, two creations are told apart. */
    void append(StoreTable table, List<Row> rows) {
        long bytes = rows.stream().mapToLong(TableFolder::bytes).sum();
        int files = (int) Math.min(StoreSession.SLICES, 1 + bytes / BYTES_PER_FILE);
        Dataset<Row> data = session.createDataFrame(rows, table.schema()).coalesce(files);
        write("append to " + table.tableName(), () -> data.write()
                .format("delta")
                .mode("append")
                .partitionBy(AttemptColumns.PARTITION.toArray(String[]::new))
                // Readers prune by partition and by run; statistics of other columns would only cost time.
                .option("delta.dataSkippingStatsColumns", "run_id")
                .option("mergeSchema", "true")
                .save(path(table)));
    }

    /** All rows of a table, those of uncommitted attempts too; none where the table does not exist yet. */
    Dataset<Row> read(StoreTable table) {
        return exists(table)
                // Delta reads the log in the session that is active.
                ? session.withActive(() -> session.read().format("delta").load(path(table)))
                : session.createDataFrame(List.<Row>of(), table.schema());
    }

    /** Deletes the rows of runs, which are filed under these months: whole files where that will do. */
    void delete(StoreTable table, Column condition, Set<String> months, Set<String> runs) {
        if (exists(table)) {
            WholeFiles files = new WholeFiles(session, condition, months, runs);
            write("delete from " + table.tableName(), () -> {
                if (!files.deleteFrom(path(table))) {
                    DeltaTable.forPath(session, path(table)).delete(condition);
                }
            });
        }
    }

    private static long bytes(Row row) {
        long bytes = 0;
        for (int i = 0; i < row.size(); i++) {
            Object value = row.get(i);
            bytes += value instanceof byte[] state
                    ? state.length
                    : value instanceof List<?> list ? list.size() * 16L : 32;
        }
        return bytes;
    }

    private boolean exists(StoreTable table) {
        return DeltaTable.isDeltaTable(session, path(table));
    }

    private void write(String what, Runnable action) {
        retry.run(what, () -> lock.hold(action));
    }

    private String path(StoreTable table) {
        return new Path(new Path(root), table.tableName()).toString();
    }
}
