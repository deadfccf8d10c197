package io.lakewarden.jobs.run;

import io.lakewarden.jobs.config.MonitorConfig;
import io.lakewarden.jobs.store.DeltaStore;
import io.lakewarden.jobs.store.StoredRun;
import io.lakewarden.profile.ColumnSpec;
import io.lakewarden.profile.DatasetProfile;
import io.lakewarden.profile.ProfileDetail;
import io.lakewarden.result.Finding;
import io.lakewarden.result.Window;
import io.lakewarden.spark.profile.ProfileGroups.Group;
import io.lakewarden.spark.profile.ProfiledGroups;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Brings together the profiles that a command needs: from the store where they stand, the rest in one scan. */
final class WindowProfiles {
    private final MonitorConfig config;
    private final DeltaStore store;
    private final MonitorRows rows;
    private final PinnedReference reference;
    private final List<StoredRun> comparable;

    WindowProfiles(
            MonitorConfig config,
            DeltaStore store,
            MonitorRows rows,
            PinnedReference reference,
            List<StoredRun> comparable) {
        this.config = config;
        this.store = store;
        this.rows = rows;
        this.reference = reference;
        this.comparable = comparable;
    }

    /**
     * What was gathered.
     *
     * @param byWindow every window asked for
     * @param notices what the scan noticed
     */
    record Gathered(NavigableMap<Window, DatasetProfile> byWindow, List<Finding> notices) {}

    /**
     * Gathers profiles.
     *
     * @param scanned windows to profile now
     * @param storedOrScanned windows to take from the store, and to profile only where it has no comparable ones
     */
    Gathered gather(Collection<Window> scanned, Collection<Window> storedOrScanned) {
        TreeMap<Window, DatasetProfile> profiles = new TreeMap<>(stored(storedOrScanned));
        scanned.forEach(profiles::remove);
        TreeSet<Window> missing = new TreeSet<>(scanned);
        missing.addAll(storedOrScanned);
        missing.removeAll(profiles.keySet());
        if (missing.isEmpty()) {
            return new Gathered(profiles, List.of());
        }
        List<ColumnSpec> columns = reference.freeze(rows.columns());
        List<Finding> notices = new ArrayList<>(rows.findings());
        if (config.time().isEmpty()) {
            missing.forEach(label -> profiles.put(label, rows.profileAll(columns, label)));
        } else {
            ProfiledGroups scan = rows.profile(
                    columns,
                    missing.stream()
                            .map(window -> new Group(window, ProfileDetail.FULL))
                            .toList());
            scan.profiles().forEach(profile -> profiles.put(profile.window(), profile));
            notices.addAll(MonitorRows.rowsWithoutTime(scan));
        }
        return new Gathered(profiles, notices);
    }

    private Map<Window, DatasetProfile> stored(Collection<Window> windows) {
        Collection<Window> standing = comparable.stream()
                .map(StoredRun::window)
                .filter(windows::contains)
                .collect(Collectors.toCollection(TreeSet::new));
        return standing.isEmpty() ? Map.of() : store.profiles(config.monitor(), standing);
    }
}
