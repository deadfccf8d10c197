package io.lakewarden.jobs.run;

import io.lakewarden.drift.DatasetDrift;
import io.lakewarden.history.HistoryCheck;
import io.lakewarden.history.HistoryPoint;
import io.lakewarden.history.HistoryResult;
import io.lakewarden.history.HistoryReview;
import io.lakewarden.jobs.config.MonitorConfig;
import io.lakewarden.jobs.store.DeltaStore;
import io.lakewarden.jobs.store.MetricName;
import io.lakewarden.jobs.store.StoredRun;
import io.lakewarden.jobs.store.WindowMetrics;
import io.lakewarden.profile.DatasetProfile;
import io.lakewarden.result.Finding;
import io.lakewarden.result.Window;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Holds numbers of windows against those of earlier windows, where the monitor asks for it. Earlier windows are those of the
 * same monitor, length and selection of rows: as this command has judged them, or else as they stand in the store. Scores
 * count only where they are against the same reference.
 */
final class WindowHistory {
    private static final int DAYS_OF_WEEK = 7;

    private final MonitorConfig config;
    private final MonitorRows rows;
    private final DeltaStore store;
    private final String referenceId;
    private final Set<MetricName> wanted;
    private final NavigableMap<Window, WindowMetrics> known = new TreeMap<>();

    WindowHistory(MonitorConfig config, MonitorRows rows, DeltaStore store, String referenceId) {
        this.config = config;
        this.rows = rows;
        this.store = store;
        this.referenceId = referenceId;
        this.wanted = config.history().stream().map(WindowHistory::name).collect(Collectors.toSet());
    }

    private static MetricName name(HistoryCheck check) {
        return new MetricName(check.column(), check.metric());
    }

    /** How many windows after one may have it in their history. */
    private int reach() {
        return config.history().stream()
                .mapToInt(check -> check.sameWeekday() ? check.maximum() * DAYS_OF_WEEK : check.maximum())
                .max()
                .orElse(0);
    }

    /** Reads from the store what windows are held against, once for all of them. */
    void load(Collection<Window> windows) {
        if (wanted.isEmpty()) {
            return;
        }
        Window last = windows.stream().max(Window::compareTo).orElseThrow();
        known.putAll(store.metrics(
                config.monitor(),
                run -> isOf(run) && run.window().compareTo(last) <= 0,
                reach() + windows.size(),
                wanted,
                this::isComparable));
    }

    /** Whether a run is of the windows that are held against one another. */
    private boolean isOf(StoredRun run) {
        return run.facts().granularity().equals(RunFactsMaker.granularity(config))
                && config.windows().map(it -> it.holds(run.window())).orElse(true)
                && rows.selects(run.facts().inputs().sourceSnapshot());
    }

    private boolean isComparable(StoredRun run) {
        return run.facts().inputs().referenceId().equals(Optional.of(referenceId));
    }

    /** What is to be thought of a window; of one without rows only that it has none. Later windows are held against it. */
    List<HistoryResult> judge(Window window, DatasetProfile profile, Optional<DatasetDrift> drift) {
        if (wanted.isEmpty()) {
            return List.of();
        }
        known.put(window, WindowMetrics.of(wanted, profile, drift));
        return again(window);
    }

    /** The same of a window as it was judged or stands in the store. */
    private List<HistoryResult> again(Window window) {
        WindowMetrics metrics = known.get(window);
        if (metrics == null) {
            return List.of();
        }
        return config.history().stream()
                .filter(check -> metrics.rows() > 0 || check.column().isEmpty())
                .map(check -> HistoryReview.of(
                        check, series(check, window), new HistoryPoint(window, metrics.value(name(check)))))
                .toList();
    }

    /** The findings of results, as they may be stored. */
    List<Finding> findings(List<HistoryResult> results) {
        return results.stream().map(HistoryResult::finding).map(rows::masked).toList();
    }

    /** Committed windows that may have one of these in their history, nearest first. */
    List<Window> after(List<Window> windows, List<StoredRun> comparable) {
        return comparable.stream()
                .filter(this::isOf)
                .map(StoredRun::window)
                .filter(window -> window.compareTo(windows.get(0)) > 0 && !windows.contains(window))
                .limit(reach())
                .toList();
    }

    /** Those of them of which something else is to be said now; what was only profiled stays so. */
    List<Window> stale(List<Window> after, KeptFindings kept) {
        kept.load(after);
        return after.stream()
                .filter(window -> {
                    List<Finding> before =
                            kept.of(window, finding -> finding.source().equals(HistoryCheck.SOURCE));
                    return !before.isEmpty() && !before.equals(findings(again(window)));
                })
                .toList();
    }

    private List<HistoryPoint> series(HistoryCheck check, Window window) {
        return known.headMap(window, false).entrySet().stream()
                .map(entry -> new HistoryPoint(entry.getKey(), entry.getValue().value(name(check))))
                .toList();
    }
}
