package io.lakewarden.jobs.run;

import io.lakewarden.jobs.config.MonitorConfig;
import io.lakewarden.jobs.run.Piece.Grown;
import io.lakewarden.jobs.run.Piece.Kept;
import io.lakewarden.jobs.run.Piece.Scanned;
import io.lakewarden.jobs.source.SourceChanges;
import io.lakewarden.jobs.store.DeltaStore;
import io.lakewarden.jobs.store.StoredProfile;
import io.lakewarden.jobs.store.StoredRun;
import io.lakewarden.profile.ColumnSpec;
import io.lakewarden.profile.SlicedProfile;
import io.lakewarden.result.Finding;
import io.lakewarden.result.Window;
import io.lakewarden.spark.profile.ClusterKey;
import io.lakewarden.spark.profile.ProfiledGroups;
import io.lakewarden.spark.profile.SliceKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Brings together the profiles that a command needs: from the store where they stand there, or can be brought up to
 * date by new files alone; the rest in one scan.
 */
final class WindowProfiles {
    private final RunRequest request;
    private final MonitorConfig config;
    private final DeltaStore store;
    private final MonitorRows rows;
    private final List<ColumnSpec> columns;
    private final List<SliceKey> keys;
    private final Optional<ClusterKey> clusters;
    private final List<StoredRun> comparable;

    WindowProfiles(
            RunRequest request,
            DeltaStore store,
            MonitorRows rows,
            PinnedReference reference,
            List<StoredRun> comparable) {
        this.request = request;
        this.config = request.config();
        this.store = store;
        this.rows = rows;
        this.columns = reference.freeze(rows.columns());
        this.keys = SliceKeys.of(config, reference.profile(), rows);
        this.clusters = ClusterKeys.of(config, rows);
        this.comparable = comparable;
    }

    /**
     * What was gathered.
     *
     * @param byWindow every window asked for
     * @param origins where the profile of each comes from
     * @param notices what reading has noticed
     */
    record Gathered(NavigableMap<Window, SlicedProfile> byWindow, Map<Window, Origin> origins, List<Finding> notices) {}

    /**
     * Gathers profiles.
     *
     * @param requested windows to profile now
     * @param storedOrScanned windows to take from the store, and to profile only where it has no comparable ones
     */
    Gathered gather(Collection<Window> requested, Collection<Window> storedOrScanned) {
        TreeSet<Window> all = new TreeSet<>(requested);
        all.addAll(storedOrScanned);
        Map<Window, StoredProfile> standing = standing(all);
        PiecePlanner planner = new PiecePlanner(columns, keys, clusters.isPresent(), rows.history(), standing);
        Map<Window, List<Piece>> plan = new LinkedHashMap<>();
        for (Window window : all) {
            boolean stands = standing.containsKey(window) && !requested.contains(window);
            plan.put(
                    window,
                    stands
                            ? List.of(new Kept(window, standing.get(window), Optional.empty()))
                            : pieces(window, requested.contains(window), planner));
        }
        return made(plan);
    }

    private List<Piece> pieces(Window window, boolean requested, PiecePlanner planner) {
        boolean upToDate = requested && request.options().incremental();
        if (request.options().every().isEmpty()) {
            return List.of(upToDate ? planner.upToDate(window) : new Scanned(window, 1, Optional.empty()));
        }
        List<Piece> pieces = new ArrayList<>();
        for (Window part : config.windows().orElseThrow().within(window)) {
            Piece piece = upToDate ? planner.upToDate(part) : planner.asItStands(part);
            int last = pieces.size() - 1;
            if (piece instanceof Scanned now && last >= 0 && pieces.get(last) instanceof Scanned before) {
                // What is read anyway needs no profile of each part.
                pieces.set(
                        last,
                        new Scanned(
                                before.window().hull(now.window()),
                                before.windows() + 1,
                                before.reason().or(now::reason)));
            } else {
                pieces.add(piece);
            }
        }
        return pieces;
    }

    private Gathered made(Map<Window, List<Piece>> plan) {
        Map<Window, SlicedProfile> profiles = new HashMap<>();
        List<Finding> notices = new ArrayList<>();
        List<Window> scanned = new ArrayList<>();
        Map<String, List<Grown>> grown = new LinkedHashMap<>();
        plan.values().stream().flatMap(List::stream).forEach(piece -> {
            if (piece instanceof Kept kept) {
                profiles.put(kept.window(), kept.stored().profile().labelled(kept.window()));
            } else if (piece instanceof Grown more) {
                grown.computeIfAbsent(more.changes().since(), since -> new ArrayList<>())
                        .add(more);
            } else {
                scanned.add(piece.window());
            }
        });
        grown.values().forEach(pieces -> grow(pieces, profiles));
        if (!scanned.isEmpty()) {
            notices.addAll(rows.findings());
            notices.addAll(scan(rows, scanned, profiles));
        } else if (request.options().incremental()) {
            notices.addAll(rows.findings());
            notices.addAll(rows.rowsWithoutTime(rows.countWithoutTime()));
        }
        NavigableMap<Window, SlicedProfile> byWindow = new TreeMap<>();
        Map<Window, Origin> origins = new HashMap<>();
        Origins origin = new Origins(rows.snapshot());
        plan.forEach((window, pieces) -> {
            origins.put(window, origin.of(pieces));
            byWindow.put(
                    window,
                    pieces.stream()
                            .map(piece -> profiles.get(piece.window()))
                            .reduce(SlicedProfile::merge)
                            .orElseThrow());
        });
        return new Gathered(byWindow, origins, notices);
    }

    /** Profiles new files, all windows that lack the same ones in one scan. */
    private void grow(List<Grown> pieces, Map<Window, SlicedProfile> profiles) {
        SourceChanges.Known changes = pieces.get(0).changes();
        Map<Window, SlicedProfile> added = new HashMap<>();
        scan(rows.only(changes.added()), pieces.stream().map(Grown::window).toList(), added);
        for (Grown piece : pieces) {
            SlicedProfile stored = piece.stored().profile().labelled(piece.window());
            profiles.put(piece.window(), stored.merge(added.get(piece.window())));
        }
    }

    /**
     * Scans windows in full, and says so where that gives the same as was gathered.
     *
     * @throws IncrementMismatchException where it does not
     */
    Gathered verified(Collection<Window> windows, Gathered gathered) {
        Map<Window, SlicedProfile> scanned = new HashMap<>();
        scan(rows, windows, scanned);
        Map<Window, Origin> origins = new HashMap<>(gathered.origins());
        Map<Window, String> differences = new LinkedHashMap<>();
        for (Window window : windows) {
            IncrementProof proof = IncrementProof.of(gathered.byWindow().get(window), scanned.get(window));
            Origin origin = origins.get(window);
            proof.difference()
                    .ifPresent(
                            difference -> differences.put(
                                    window,
                                    "the increment and a full scan disagree, " + difference
                                            + "; nothing was stored. A full scan replaces the window: leave --incremental out"));
            origins.put(
                    window,
                    Origin.told(
                            origin.snapshot(),
                            origin.sentence().map(it -> it + "; ").orElse("") + proof.sentence()));
        }
        if (!differences.isEmpty()) {
            throw new IncrementMismatchException(differences);
        }
        return new Gathered(gathered.byWindow(), origins, gathered.notices());
    }

    /** Profiles windows in one scan. */
    private List<Finding> scan(MonitorRows rows, Collection<Window> windows, Map<Window, SlicedProfile> profiles) {
        if (config.time().isEmpty()) {
            windows.forEach(label -> profiles.put(label, rows.profileAll(columns, keys, clusters, label)));
            return List.of();
        }
        ProfiledGroups scan = rows.profile(columns, keys, clusters, windows);
        scan.sliced().forEach(profile -> profiles.put(profile.window(), profile));
        return rows.rowsWithoutTime(scan.rowsWithoutTime());
    }

    /** The stored profiles that may do for some windows, or for the parts that they are made of. */
    private Map<Window, StoredProfile> standing(Collection<Window> windows) {
        Map<Window, Window> wanted = new TreeMap<>();
        for (Window window : windows) {
            wanted.put(window, window);
            if (request.options().every().isPresent()) {
                config.windows().orElseThrow().within(window).forEach(part -> wanted.put(part, part));
            }
            if (config.time().isEmpty() && request.options().incremental()) {
                latestLabel(window).ifPresent(label -> wanted.put(window, label));
            }
        }
        TreeSet<Window> stored = new TreeSet<>();
        comparable.stream().map(StoredRun::window).filter(wanted::containsValue).forEach(stored::add);
        if (stored.isEmpty()) {
            return Map.of();
        }
        Map<Window, StoredProfile> found =
                new HashMap<>(store.profiles(request.config().monitor(), stored));
        // Another process may have replaced a run since the comparable ones were listed.
        found.values().removeIf(it -> comparable.stream().noneMatch(run -> run.facts()
                .inputs()
                .referenceId()
                .equals(it.run().facts().inputs().referenceId())));
        Map<Window, StoredProfile> standing = new HashMap<>();
        wanted.forEach((window, source) ->
                Optional.ofNullable(found.get(source)).ifPresent(profile -> standing.put(window, profile)));
        return standing;
    }

    /** A table without time is profiled whole, whatever its label: the last label's profile is where the next begins. */
    private Optional<Window> latestLabel(Window window) {
        return comparable.stream()
                .map(StoredRun::window)
                .filter(label -> label.compareTo(window) <= 0)
                .max(Window::compareTo);
    }
}
