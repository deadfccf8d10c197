package io.lakewarden.jobs.source;

import io.lakewarden.jobs.config.UserException;
import java.util.List;
import java.util.OptionalLong;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.delta.DeltaLog;
import org.apache.spark.sql.delta.Snapshot;
import scala.Tuple2;

/** Reads one version of a Delta table: the one asked for or, settled once, the newest. */
final class DeltaTableVersion {
    private DeltaTableVersion() {}

    static Table read(SparkSession session, List<String> paths, OptionalLong wanted) {
        if (paths.size() != 1) {
            throw new UserException("source.path: a Delta table is one path, but there are " + paths.size());
        }
        String path = paths.get(0);
        Paths.requireReadable(paths, session.sessionState().newHadoopConf());
        Tuple2<DeltaLog, Snapshot> table = DeltaLog.forTableWithSnapshot(session, path);
        Snapshot newest = table._2();
        if (newest.version() < 0) {
            throw new UserException("source: " + path
                    + " is no Delta table (it has no _delta_log); say format: parquet if it holds Parquet files");
        }
        long version = wanted.orElse(newest.version());
        if (version > newest.version()) {
            throw new UserException(
                    "source.version: " + path + " has no version " + version + "; the newest is " + newest.version());
        }
        Dataset<Row> data = SparkErrors.explained(
                "source.version: version " + version + " of " + path + " cannot be read", () -> session.read()
                        .format("delta")
                        .option("versionAsOf", version)
                        .load(path));
        String id = newest.metadata().id();
        return new Table(
                data,
                DeltaHistory.snapshot(id, version),
                "Delta table " + path + ", version " + version,
                List.of(),
                new DeltaHistory(table._1(), id, version));
    }
}
