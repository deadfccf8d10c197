package io.lakewarden.jobs.run;

import io.lakewarden.drift.Reference;
import io.lakewarden.jobs.store.Attempt;
import io.lakewarden.jobs.store.StoredReference;
import io.lakewarden.profile.Binning;
import io.lakewarden.profile.ColumnProfile;
import io.lakewarden.profile.ColumnSpec;
import io.lakewarden.profile.DatasetProfile;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The reference of a run: profiled once, kept in the store, and frozen from then on.
 *
 * @param id names the reference's definition
 * @param runId the run that profiled it
 * @param snapshot the exact state of the data it was read from
 * @param pinnedAt when it was profiled
 * @param profiles the whole and its own sub-windows
 * @param fresh the attempt to commit, where this run is the one that profiled it
 */
record PinnedReference(
        String id, String runId, String snapshot, Instant pinnedAt, Reference profiles, Optional<Attempt> fresh) {

    static PinnedReference stored(String id, StoredReference stored) {
        return new PinnedReference(
                id,
                stored.run().runId(),
                stored.run().facts().inputs().sourceSnapshot(),
                stored.run().facts().finishedAt(),
                new Reference(stored.whole(), stored.blocks()),
                Optional.empty());
    }

    static PinnedReference fresh(String id, Attempt attempt) {
        return new PinnedReference(
                id,
                attempt.facts().runId(),
                attempt.facts().inputs().sourceSnapshot(),
                attempt.facts().finishedAt(),
                new Reference(attempt.profile(), attempt.blocks()),
                Optional.of(attempt));
    }

    DatasetProfile whole() {
        return profiles.whole();
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
