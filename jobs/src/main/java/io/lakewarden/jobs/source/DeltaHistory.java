package io.lakewarden.jobs.source;

import static org.apache.spark.sql.functions.col;

import io.lakewarden.jobs.config.TimeConfig;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.delta.DeltaLog;
import org.apache.spark.sql.delta.Snapshot;
import org.apache.spark.sql.delta.actions.Action;
import org.apache.spark.sql.delta.actions.AddFile;
import org.apache.spark.sql.delta.actions.RemoveFile;
import scala.Option;
import scala.Tuple2;
import scala.collection.Iterator;
import scala.collection.JavaConverters;
import scala.collection.Seq;

/** What the log of a Delta table says of the versions up to the one that is read. */
final class DeltaHistory implements TableHistory {
    private static final Pattern SNAPSHOT = Pattern.compile("delta:(.+)@(\\d{1,18})");

    private final DeltaLog log;
    private final String tableId;
    private final long version;

    DeltaHistory(DeltaLog log, String tableId, long version) {
        this.log = log;
        this.tableId = tableId;
        this.version = version;
    }

    /** The state of a table as runs store it. */
    static String snapshot(String tableId, long version) {
        return "delta:" + tableId + "@" + version;
    }

    @Override
    public TableChanges since(String snapshot, Optional<TimeConfig> time) {
        Matcher earlier = SNAPSHOT.matcher(snapshot);
        if (!earlier.matches()) {
            return new Unknown("it was profiled from another kind of source");
        }
        if (!earlier.group(1).equals(tableId)) {
            return new Unknown("it was profiled from another table, which stood at the same path");
        }
        long then = Long.parseLong(earlier.group(2));
        if (then > version) {
            return new Unknown("it was profiled at the later version " + then);
        }
        try {
            return between(then, time);
        } catch (Exception e) {
            // Delta's exceptions for a log that was cleaned up are checked ones among others, and not declared in Java.
            // Whatever the reason is: a full scan needs no log.
            return new Unknown(
                    "the table's log cannot be read back to version " + then + " (" + SparkErrors.brief(e) + ")");
        }
    }

    private TableChanges between(long then, Optional<TimeConfig> time) {
        Snapshot now = at(version);
        Snapshot before = at(then);
        if (!before.metadata().schemaString().equals(now.metadata().schemaString())
                || !before.metadata().partitionColumns().equals(now.metadata().partitionColumns())) {
            return new Unknown("the table's schema has changed since version " + then);
        }
        FileChanges changes = changes(then);
        FileTimes times = FileTimes.of(now, time);
        List<TimeRange> lost = new ArrayList<>(lost(changes, before, times));
        changes.mixed().forEach(file -> lost.add(times.of(file.stats(), partition(file))));
        return new Known(
                "version " + then,
                lost,
                changes.gained().stream()
                        .map(file -> times.of(file.stats(), partition(file)))
                        .toList(),
                rows(now, changes.gained()));
    }

    private Snapshot at(long wanted) {
        return log.getSnapshotAt(wanted, Option.empty(), Option.empty());
    }

    private FileChanges changes(long then) {
        FileChanges changes = new FileChanges();
        if (then == version) {
            return changes;
        }
        // The first commit must be there: a hole in the log would be a hole in the profile.
        boolean failOnDataLoss = true;
        Iterator<Tuple2<Object, Seq<Action>>> commits = log.getChanges(then + 1, version, failOnDataLoss);
        long next = then + 1;
        while (commits.hasNext()) {
            Tuple2<Object, Seq<Action>> commit = commits.next();
            if (((Number) commit._1()).longValue() != next) {
                throw new IllegalStateException("version " + next + " is missing");
            }
            next++;
            changes.commit(JavaConverters.seqAsJavaList(commit._2()));
        }
        if (next != version + 1) {
            throw new IllegalStateException("version " + next + " is missing");
        }
        return changes;
    }

    /** By what was said of each file when it came: what is said when it goes may leave its times out. */
    private static List<TimeRange> lost(FileChanges changes, Snapshot before, FileTimes times) {
        Map<String, AddFile> old = new HashMap<>();
        List<String> older = changes.lost().stream()
                .filter(file -> changes.origin(file).isEmpty())
                .map(RemoveFile::path)
                .toList();
        if (!older.isEmpty()) {
            before.allFiles()
                    .where(col("path").isin(older.toArray()))
                    .collectAsList()
                    .forEach(file -> old.put(file.path(), file));
        }
        return changes.lost().stream()
                .map(file -> changes.origin(file)
                        .or(() -> Optional.ofNullable(old.get(file.path())))
                        .map(added -> times.of(added.stats(), partition(added)))
                        .orElse(TimeRange.ANYTIME))
                .toList();
    }

    private Dataset<Row> rows(Snapshot now, List<AddFile> files) {
        return log.createDataFrame(now, JavaConverters.asScalaBuffer(files), false, Option.empty());
    }

    private static Map<String, String> partition(AddFile file) {
        return FileChanges.partition(file.partitionValues());
    }
}
