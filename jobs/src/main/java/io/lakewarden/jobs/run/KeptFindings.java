package io.lakewarden.jobs.run;

import io.lakewarden.jobs.store.DeltaStore;
import io.lakewarden.result.Finding;
import io.lakewarden.result.Window;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** The findings that stand in the store, for windows whose rows are not read; each window's are read once. */
final class KeptFindings {
    private final String monitor;
    private final DeltaStore store;
    private final Map<Window, List<Finding>> byWindow = new HashMap<>();

    KeptFindings(String monitor, DeltaStore store) {
        this.monitor = monitor;
        this.store = store;
    }

    /** Reads those of windows at once, where they were not read before. */
    void load(Collection<Window> windows) {
        List<Window> unread =
                windows.stream().filter(window -> !byWindow.containsKey(window)).toList();
        if (!unread.isEmpty()) {
            Map<Window, List<Finding>> read = store.findings(monitor, unread);
            unread.forEach(window -> byWindow.put(window, read.getOrDefault(window, List.of())));
        }
    }

    /** Those of a window that are chosen, in the order of its run. */
    List<Finding> of(Window window, Predicate<Finding> chosen) {
        load(List.of(window));
        return byWindow.get(window).stream().filter(chosen).toList();
    }
}
