package io.lakewarden.jobs.run;

import io.lakewarden.jobs.source.SourceChanges;
import io.lakewarden.jobs.source.SourceHistory;
import io.lakewarden.jobs.store.StoredProfile;
import io.lakewarden.profile.ColumnSpec;
import io.lakewarden.result.Slice;
import io.lakewarden.result.Window;
import io.lakewarden.spark.profile.SliceKey;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Says of each window that a command needs whether its stored profile will do, can be brought up to date, or has to be
 * made anew. The stored profiles given are over the same reference, hence over the same selection of rows and bins.
 */
final class PiecePlanner {
    private final List<ColumnSpec> columns;
    private final SortedSet<Slice> slices;
    private final boolean clustered;
    private final SourceHistory history;
    private final Map<Window, StoredProfile> standing;
    private final Map<String, SourceChanges> changes = new HashMap<>();

    /**
     * A planner.
     *
     * @param columns what would be profiled now
     * @param keys what it would be sliced by now
     * @param clustered whether it would be counted by its clusters now
     * @param standing stored profiles by the window that they will do for
     */
    PiecePlanner(
            List<ColumnSpec> columns,
            List<SliceKey> keys,
            boolean clustered,
            SourceHistory history,
            Map<Window, StoredProfile> standing) {
        this.columns = columns;
        this.slices = new TreeSet<>();
        keys.forEach(key -> slices.addAll(key.slices()));
        this.clustered = clustered;
        this.history = history;
        this.standing = standing;
    }

    /** From the store where it stands there with the same columns, whatever has happened to the source since. */
    Piece asItStands(Window window) {
        StoredProfile stored = standing.get(window);
        return stored != null && hasTheColumns(stored) && hasTheSlices(stored) && hasTheClusters(stored)
                ? new Piece.Kept(window, stored, Optional.empty())
                : new Piece.Scanned(window, 1, Optional.empty());
    }

    /** As the source is now. */
    Piece upToDate(Window window) {
        StoredProfile stored = standing.get(window);
        if (stored == null) {
            return anew(window, "the store has no profile of it over this reference");
        }
        if (!hasTheColumns(stored)) {
            return anew(window, "the table has other columns than it had then");
        }
        if (!hasTheSlices(stored)) {
            return anew(window, "its stored profile has other slices");
        }
        if (!hasTheClusters(stored)) {
            return anew(window, "its stored profile " + (clustered ? "lacks" : "has") + " the key of drift.cluster");
        }
        SourceChanges since = changes.computeIfAbsent(stored.snapshot(), history::since);
        if (!(since instanceof SourceChanges.Known known)) {
            return anew(window, ((SourceChanges.Unknown) since).reason());
        }
        if (known.mayHaveLost(window)) {
            return anew(window, "rows that it may hold were removed or changed since " + known.since());
        }
        return known.filesGained(window) == 0
                ? new Piece.Kept(window, stored, Optional.of(known.since()))
                : new Piece.Grown(window, stored, known);
    }

    private boolean hasTheColumns(StoredProfile stored) {
        return stored.profile().whole().specs().equals(columns);
    }

    private boolean hasTheSlices(StoredProfile stored) {
        return stored.profile().sliceNames().equals(slices);
    }

    private boolean hasTheClusters(StoredProfile stored) {
        return stored.profile().clusters().isEmpty() != clustered;
    }

    private static Piece anew(Window window, String reason) {
        return new Piece.Scanned(window, 1, Optional.of(reason));
    }
}
