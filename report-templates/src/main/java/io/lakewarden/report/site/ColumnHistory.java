package io.lakewarden.report.site;

import io.lakewarden.result.Status;
import io.lakewarden.result.Window;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One column over the windows of a page.
 *
 * @param name its path
 * @param windows what is kept of it, by window; at least one
 */
record ColumnHistory(String name, TreeMap<Window, SiteColumn> windows) {
    private static final Comparator<ColumnHistory> WORST_FIRST = Comparator.comparing(
                    (ColumnHistory history) -> -history.count(Status.FAIL, false))
            .thenComparing(history -> -history.count(Status.WARN, false))
            .thenComparing(history -> -history.count(Status.ERROR, false))
            .thenComparing(history -> -history.count(Status.FAIL, true) - history.count(Status.WARN, true));

    /** The columns of these windows, that which was beyond a limit most often first; movement of the season counts last. */
    static List<ColumnHistory> of(List<SiteWindow> windows) {
        Map<String, TreeMap<Window, SiteColumn>> byName = new LinkedHashMap<>();
        for (int index = windows.size() - 1; index >= 0; index--) {
            SiteWindow window = windows.get(index);
            window.columns().forEach(column -> byName.computeIfAbsent(column.name(), name -> new TreeMap<>())
                    .put(window.window(), column));
        }
        return byName.entrySet().stream()
                .map(entry -> new ColumnHistory(entry.getKey(), entry.getValue()))
                .sorted(WORST_FIRST)
                .toList();
    }

    /** The column in a window; absent where it was not in the table, or is not kept. */
    Optional<SiteColumn> in(SiteWindow window) {
        return Optional.ofNullable(windows.get(window.window()));
    }

    /** The column in the newest window that has it. */
    SiteColumn latest() {
        return windows.lastEntry().getValue();
    }

    /** Whether it was beyond a limit, or could not be judged, in any window. */
    boolean needsAttention() {
        return windows.values().stream()
                .anyMatch(column -> column.status().isAlert() || column.status() == Status.ERROR);
    }

    /** Why a window has nothing of a column, in words. */
    static String absence(SiteWindow window) {
        if (window.rows().isPresent() && window.rows().getAsLong() == 0) {
            return "no rows";
        }
        if (!window.report()) {
            return "no report";
        }
        return window.columnsLeftOut() > 0 ? "not among the columns kept here" : "not in the table";
    }

    private long count(Status status, boolean season) {
        return windows.values().stream()
                .filter(column -> column.status() == status && column.season() == season)
                .count();
    }
}
