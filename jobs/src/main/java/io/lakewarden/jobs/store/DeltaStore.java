package io.lakewarden.jobs.store;

import io.lakewarden.result.Finding;
import io.lakewarden.result.Window;
import java.net.URI;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Predicate;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * What every run found, in Delta tables under one root. Attempts are written under ids of their own; one append to
 * {@code runs} makes them the truth, and all readers see the truth only. Safe for concurrent use, by threads and by
 * processes.
 */
public final class DeltaStore {
    private final TableFolder tables;
    private final StoreReader reader;
    private final StoreFiles files;
    private final StoreCleaner cleaner;
    private final StoreCommit commit;

    private DeltaStore(TableFolder tables, StoreFiles files, StoreListener listener) {
        this.tables = tables;
        this.files = files;
        this.reader = new StoreReader(tables);
        this.cleaner = new StoreCleaner(tables);
        this.commit = new StoreCommit(tables, cleaner, listener);
    }

    /** The store at a root path of any file system that Hadoop knows; a plain path is a local folder. */
    public static DeltaStore open(SparkSession session, String root) {
        return open(session, root, StoreListener.SILENT);
    }

    /** The same, with a listener that hears of each step of each commit. */
    public static DeltaStore open(SparkSession session, String root, StoreListener listener) {
        Configuration configuration = session.sparkContext().hadoopConfiguration();
        URI uri = StoreRoot.resolve(root, configuration);
        return new DeltaStore(
                new TableFolder(StoreSession.beside(session), uri), new StoreFiles(uri, configuration), listener);
    }

    /**
     * Makes attempts the truth of their windows and references, all at once, and removes the rows of those they
     * replace. Each table gets one Delta commit, however many attempts there are.
     *
     * @throws IllegalArgumentException if two attempts share a run id or a subject
     */
    public void commit(List<Attempt> attempts) {
        commit.commit(attempts);
    }

    /** The committed run of a window. */
    public Optional<StoredRun> run(String monitor, Window window) {
        return reader.run(monitor, window);
    }

    /** The committed runs of a monitor, by window. */
    public List<StoredRun> runs(String monitor) {
        return reader.runs(monitor);
    }

    /** The next committed runs that start after a window does, nearest first. */
    public List<StoredRun> successors(String monitor, Window window, int count) {
        return reader.successors(monitor, window, count);
    }

    /** The profiles of those windows that are committed. */
    public SortedMap<Window, StoredProfile> profiles(String monitor, Collection<Window> windows) {
        return reader.profiles(monitor, windows);
    }

    /** The findings of those windows that are committed, each list in its run's order. */
    public SortedMap<Window, List<Finding>> findings(String monitor, Collection<Window> windows) {
        return reader.findings(monitor, windows);
    }

    /** A committed reference, with its blocks. */
    public Optional<StoredReference> reference(String monitor, String referenceId) {
        return reader.reference(monitor, referenceId);
    }

    /**
     * The scores against the reference of the last {@code limit} committed windows of one length that start before
     * one, oldest first.
     *
     * @param granularity the length, as the runs have it
     */
    public List<TrendPoint> trend(String monitor, String granularity, Window before, int limit) {
        return reader.trend(monitor, granularity, before, limit);
    }

    /**
     * Some numbers of the last {@code limit} committed windows that are chosen, as the tables have them.
     *
     * @param chosen which runs count
     * @param wanted the numbers
     * @param comparable of which of them scores count; the others have none
     */
    public SortedMap<Window, WindowMetrics> metrics(
            String monitor,
            Predicate<StoredRun> chosen,
            int limit,
            Collection<MetricName> wanted,
            Predicate<StoredRun> comparable) {
        return reader.metrics(monitor, chosen, limit, wanted, comparable);
    }

    /**
     * What committed runs of a monitor wrote about drift that only rows of the source tell, by window, in one read; nothing of one that another run has
     * replaced.
     *
     * @param keepsSkew whether the comparison with another source is kept
     * @param chosen which numbers against the reference are
     */
    public SortedMap<Window, KeptDrift> keptDrift(
            String monitor, Collection<StoredRun> runs, boolean keepsSkew, Predicate<String> chosen) {
        return reader.keptDrift(monitor, runs, keepsSkew, chosen);
    }

    /** The rows of a table that belong to committed attempts: what people query. */
    public Dataset<Row> view(StoreTable table) {
        Dataset<Row> truth = RunTruth.of(tables.read(StoreTable.RUNS));
        return table == StoreTable.RUNS
                ? truth
                : tables.read(table)
                        .join(
                                truth.select("monitor", "month", "run_id"),
                                new String[] {"monitor", "month", "run_id"},
                                "left_semi");
    }

    /**
     * Removes what crashes left behind: rows of replaced attempts, and rows of attempts that were never committed and
     * started to write longer ago than {@code age}, which must exceed the longest commit.
     *
     * @return how many attempts had rows removed
     */
    public int removeOrphans(Duration age) {
        return cleaner.removeOrphans(age);
    }

    /** The files beside the tables. */
    public StoreFiles files() {
        return files;
    }
}
