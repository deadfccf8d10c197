package io.lakewarden.jobs.source;

import io.lakewarden.jobs.config.UserException;
import java.util.List;
import org.apache.spark.SparkException;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Reads folders and files of Parquet. */
final class ParquetTable {
    private ParquetTable() {}

    static Table read(SparkSession session, List<String> paths) {
        Paths.requireReadable(paths, session.sessionState().newHadoopConf());
        String where = String.join(", ", paths);
        Dataset<Row> data = load(session, paths, where);
        FileSnapshot files = FileSnapshot.of(data);
        return new Table(
                data,
                files.text(),
                "Parquet " + where + " (" + files.size() + ")",
                List.of(),
                TableHistory.none("Parquet"));
    }

    private static Dataset<Row> load(SparkSession session, List<String> paths, String where) {
        return SparkErrors.explained("source: " + where, () -> {
            try {
                // Without merging, a column that only newer files have would be dropped silently.
                return session.read().option("mergeSchema", true).parquet(paths.toArray(String[]::new));
            } catch (Exception e) {
                if (e instanceof SparkException) {
                    throw new UserException(
                            "source: " + where + " cannot be read as Parquet: " + SparkErrors.brief(root(e)), e);
                }
                throw e;
            }
        });
    }

    private static Throwable root(Throwable error) {
        Throwable root = error;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }
}
