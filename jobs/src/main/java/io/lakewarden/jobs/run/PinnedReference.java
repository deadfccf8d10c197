package io.lakewarden.jobs.run;

import io.lakewarden.jobs.config.Granularity;
import io.lakewarden.jobs.store.Attempt;
import io.lakewarden.jobs.store.StoredReference;
import io.lakewarden.profile.Binning;
import io.lakewarden.profile.ColumnProfile;
import io.lakewarden.profile.ColumnSpec;
import io.lakewarden.profile.DatasetProfile;
import io.lakewarden.profile.SlicedProfile;
import io.lakewarden.result.Window;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The reference of a run: profiled once, kept in the store, and frozen from then on.
 *
 * @param id names the reference's definition
 * @param runId the run that profiled it
 * @param snapshot the exact state of the data it was read from
 * @param pinnedAt when it was profiled
 * @param profile the whole and its slices
 * @param blocks its own sub-windows, oldest first, with slices where these are counted too; may be empty
 * @param fresh the attempt to commit, where this run is the one that profiled it
 */
record PinnedReference(
        String id,
        String runId,
        String snapshot,
        Instant pinnedAt,
        SlicedProfile profile,
        List<SlicedProfile> blocks,
        Optional<Attempt> fresh) {
    PinnedReference {
        blocks = List.copyOf(blocks);
    }

    static PinnedReference stored(String id, StoredReference stored) {
        return new PinnedReference(
                id,
                stored.run().runId(),
                stored.run().facts().inputs().sourceSnapshot(),
                stored.run().facts().finishedAt(),
                stored.profile(),
                stored.blocks(),
                Optional.empty());
    }

    static PinnedReference fresh(String id, Attempt attempt) {
        return new PinnedReference(
                id,
                attempt.facts().runId(),
                attempt.facts().inputs().sourceSnapshot(),
                attempt.facts().finishedAt(),
                attempt.profile(),
                attempt.blocks(),
                Optional.of(attempt));
    }

    /**
     * The same reference with sub-windows of a longer length: merged from its own where these tile it, and none where
     * they do not.
     *
     * @param own the length of its own
     */
    PinnedReference inBlocksOf(Granularity length, Granularity own) {
        NavigableMap<Window, SlicedProfile> byStart = new TreeMap<>();
        blocks.forEach(block -> byStart.put(block.window(), block));
        List<SlicedProfile> longer = new ArrayList<>();
        if (!byStart.isEmpty()) {
            for (Window granule : length.within(whole().window())) {
                if (own.tiles(granule)) {
                    // A sub-window without rows is not kept.
                    own.within(granule).stream()
                            .map(byStart::get)
                            .filter(Objects::nonNull)
                            .reduce(SlicedProfile::merge)
                            .map(merged -> merged.labelled(granule))
                            .ifPresent(longer::add);
                }
            }
        }
        return new PinnedReference(
                id, runId, snapshot, pinnedAt, profile, longer.size() < 2 ? List.of() : longer, fresh);
    }

    /** The same once the store has it. */
    PinnedReference committed() {
        return new PinnedReference(id, runId, snapshot, pinnedAt, profile, blocks, Optional.empty());
    }

    DatasetProfile whole() {
        return profile.whole();
    }

    /** The columns of the current data, with this reference's frozen bins where a column is still of the same kind. */
    List<ColumnSpec> freeze(List<ColumnSpec> columns) {
        return columns.stream().map(this::freeze).toList();
    }

    private ColumnSpec freeze(ColumnSpec column) {
        Optional<Binning> binning = whole().column(column.name())
                .filter(profile -> profile.kind() == column.kind())
                .flatMap(ColumnProfile::bins)
                .map(counts -> counts.binning());
        return new ColumnSpec(column.name(), column.kind(), column.type(), binning);
    }
}
