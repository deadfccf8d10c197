package io.lakewarden.jobs.store;

import static org.apache.spark.sql.functions.col;

import io.lakewarden.result.Finding;
import io.lakewarden.result.Window;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;

/** What callers ask of the store; committed runs only. */
final class StoreReader {
    private final TableFolder tables;
    private final RunRowsReader rows;

    StoreReader(TableFolder tables) {
        this.tables = tables;
        this.rows = new RunRowsReader(tables);
    }

    Optional<StoredRun> run(String monitor, Window window) {
        return truth(windows(monitor, List.of(window))).stream().findFirst();
    }

    List<StoredRun> runs(String monitor) {
        return truth(windows(monitor));
    }

    List<StoredRun> successors(String monitor, Window window, int count) {
        return truth(windows(monitor).and(col("window.start").gt(window.start()))).stream()
                .limit(count)
                .toList();
    }

    SortedMap<Window, StoredProfile> profiles(String monitor, Collection<Window> windows) {
        SortedMap<Window, StoredProfile> profiles = new TreeMap<>();
        rows.read(StoreTable.PROFILES, () -> truth(windows(monitor, windows)), ProfileRows.STATE_COLUMNS)
                .forEach(
                        (run, states) -> profiles.put(run.window(), new StoredProfile(run, ProfileRows.whole(states))));
        return profiles;
    }

    SortedMap<Window, List<Finding>> findings(String monitor, Collection<Window> windows) {
        SortedMap<Window, List<Finding>> findings = new TreeMap<>();
        rows.read(StoreTable.FINDINGS, () -> truth(windows(monitor, windows)), FindingRows.VALUE_COLUMNS)
                .forEach((run, list) -> findings.put(run.window(), FindingRows.read(list)));
        return findings;
    }

    Optional<StoredReference> reference(String monitor, String referenceId) {
        Column subject =
                col("monitor").equalTo(monitor).and(col("subject").equalTo(RunFacts.referenceSubject(referenceId)));
        return rows.read(StoreTable.PROFILES, () -> truth(subject), ProfileRows.STATE_COLUMNS).entrySet().stream()
                .map(entry -> new StoredReference(
                        entry.getKey(), ProfileRows.whole(entry.getValue()), ProfileRows.blocks(entry.getValue())))
                .findFirst();
    }

    List<TrendPoint> trend(String monitor, String granularity, Window before, int limit) {
        List<TrendPoint> points = new ArrayList<>();
        rows.readOfAllRows(
                        StoreTable.DRIFT_METRICS,
                        () -> last(
                                limit,
                                truth(windows(monitor)
                                        .and(col("granularity").equalTo(granularity))
                                        .and(col("window.start").lt(before.start())))),
                        DriftMetricRows.TREND_COLUMNS)
                .forEach((run, scores) -> points.addAll(DriftMetricRows.trend(run.window(), scores)));
        return points;
    }

    SortedMap<Window, WindowMetrics> metrics(
            String monitor,
            Predicate<StoredRun> chosen,
            int limit,
            Collection<MetricName> wanted,
            Predicate<StoredRun> comparable) {
        Supplier<List<StoredRun>> runs = () ->
                last(limit, truth(windows(monitor)).stream().filter(chosen).toList());
        Map<StoredRun, List<Row>> profiles =
                some(StoreTable.PROFILE_METRICS, runs, wanted, col("ordinal").isNotNull());
        Map<StoredRun, List<Row>> drift = some(
                StoreTable.DRIFT_METRICS,
                runs,
                wanted,
                col("ordinal").isNotNull().and(col("drift_type").equalTo(DriftType.BASELINE.name())));
        SortedMap<Window, WindowMetrics> metrics = new TreeMap<>();
        for (StoredRun run : runs.get()) {
            metrics.put(
                    run.window(),
                    WindowMetrics.read(
                            wanted,
                            run,
                            profiles.getOrDefault(run, List.of()),
                            comparable.test(run) ? drift.getOrDefault(run, List.of()) : List.of()));
        }
        return metrics;
    }

    SortedMap<Window, KeptDrift> keptDrift(
            String monitor, Collection<StoredRun> runs, boolean keepsSkew, Predicate<String> chosen) {
        List<Window> windows = runs.stream().map(StoredRun::window).toList();
        Set<String> asked = runs.stream().map(StoredRun::runId).collect(Collectors.toSet());
        SortedMap<Window, KeptDrift> kept = new TreeMap<>();
        rows.readSome(
                        StoreTable.DRIFT_METRICS,
                        () -> truth(windows(monitor, windows)).stream()
                                .filter(run -> asked.contains(run.runId()))
                                .toList(),
                        KeptDrift.COLUMNS,
                        KeptDrift.condition())
                .forEach((run, found) -> kept.put(run.window(), KeptDrift.of(found, keepsSkew, chosen)));
        return kept;
    }

    /** The rows about the columns wanted, of all rows of their runs. */
    private Map<StoredRun, List<Row>> some(
            StoreTable table, Supplier<List<StoredRun>> runs, Collection<MetricName> wanted, Column condition) {
        if (!WindowMetrics.any(wanted, table)) {
            return Map.of();
        }
        Object[] columns = wanted.stream()
                .flatMap(name -> name.column().stream())
                .distinct()
                .toArray();
        return rows.readSome(
                table,
                runs,
                WindowMetrics.columns(wanted, table),
                AttemptColumns.ofAllRows().and(col("column_name").isin(columns)).and(condition));
    }

    private List<StoredRun> truth(Column condition) {
        return RunTruth.of(RunRows.read(tables.read(StoreTable.RUNS).where(condition)));
    }

    private static List<StoredRun> last(int limit, List<StoredRun> runs) {
        return runs.subList(Math.max(0, runs.size() - limit), runs.size());
    }

    private static Column windows(String monitor) {
        return col("monitor").equalTo(monitor).and(col("kind").equalTo(RunKind.WINDOW.name()));
    }

    private static Column windows(String monitor, Collection<Window> windows) {
        return windows(monitor)
                .and(col("month")
                        .isin(windows.stream()
                                .map(WindowColumn::month)
                                .distinct()
                                .toArray()))
                .and(col("subject").isin(windows.stream().map(RunFacts::subject).toArray()));
    }
}
