package io.lakewarden.jobs.run;

import io.lakewarden.drift.BinningRule;
import io.lakewarden.jobs.config.MonitorConfig;
import io.lakewarden.jobs.config.ReferenceConfig;
import io.lakewarden.jobs.config.UserException;
import io.lakewarden.jobs.store.Attempt;
import io.lakewarden.jobs.store.DeltaStore;
import io.lakewarden.jobs.store.Fingerprint;
import io.lakewarden.jobs.store.RunFacts;
import io.lakewarden.jobs.store.RunKind;
import io.lakewarden.profile.ColumnSpec;
import io.lakewarden.profile.DatasetProfile;
import io.lakewarden.profile.ProfileCodec;
import io.lakewarden.profile.ProfileDetail;
import io.lakewarden.profile.SlicedProfile;
import io.lakewarden.result.Status;
import io.lakewarden.result.Window;
import io.lakewarden.spark.profile.ClusterKey;
import io.lakewarden.spark.profile.ProfileGroups.Group;
import io.lakewarden.spark.profile.SliceKey;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Finds the reference in the store, or profiles it: once for its sketches, from which the bins are frozen and the slices
 * chosen, and once more for exact counts in them, of the whole, its slices, and each of its own sub-windows, by slice where
 * windows are held against these.
 */
final class ReferencePinner {
    /** What a reference without time is filed under. */
    private static final Window NO_TIME = Window.ofDay(LocalDate.EPOCH);

    /** Beyond this the reference's own movement is not followed: each sub-window costs memory in the scan. */
    private static final int MOST_BLOCKS = 400;

    /** So many columns of slices of sub-windows are counted, stored and read again for every run; beyond, no slice is. */
    private static final long MOST_SLICED_COUNTS = 50_000;

    private final MonitorConfig config;
    private final DeltaStore store;
    private final Supplier<MonitorRows> source;
    private final RunFactsMaker facts;
    private final Progress progress;

    ReferencePinner(
            MonitorConfig config,
            DeltaStore store,
            Supplier<MonitorRows> source,
            RunFactsMaker facts,
            Progress progress) {
        this.config = config;
        this.store = store;
        this.source = source;
        this.facts = facts;
        this.progress = progress;
    }

    PinnedReference pin() {
        // With the codec's version: what this release cannot read is profiled afresh.
        List<Object> parts = new ArrayList<>(List.of(
                ProfileCodec.VERSION,
                config.reference(),
                config.source(),
                config.time(),
                config.windows(),
                config.columns().ignore(),
                config.columns().categorical(),
                config.drift().bins()));
        parts.addAll(SliceKeys.identity(config));
        parts.addAll(ClusterKeys.identity(config));
        parts.addAll(ScorecardColumns.identity(config));
        if (wantsSlicedBlocks()) {
            parts.add("sub-windows by slice");
        }
        String id = Digest.of(parts.toArray());
        progress.stage("looking for the reference");
        return store.reference(config.monitor(), id)
                .map(stored -> PinnedReference.stored(id, stored))
                .orElseGet(() -> PinnedReference.fresh(id, profile(id)));
    }

    private Attempt profile(String id) {
        Optional<Window> range = pinnedRange();
        MonitorRows rows = source.get();
        SliceKeys.require(config, rows);
        ClusterKeys.require(config, rows);
        ScorecardColumns.require(config, rows);
        progress.stage("profiling the reference");
        DatasetProfile sketched = profiles(rows, range, rows.columns(), List.of(), Optional.empty(), List.of(), false)
                .get(0)
                .whole();
        if (sketched.rows() == 0) {
            throw new UserException("The reference of monitor '" + config.monitor() + "' has no rows: "
                    + rows.description() + range.map(window -> ", " + window).orElse("")
                    + ". Choose a reference that has data.");
        }
        List<ColumnSpec> frozen =
                new BinningRule(config.drift().bins(), config.drift().scorecards()).freeze(sketched);
        progress.stage("counting the reference's bins");
        List<SliceKey> keys = SliceKeys.of(config, sketched);
        List<Window> windows = blocks(range);
        List<SlicedProfile> counted = profiles(
                rows,
                range,
                frozen,
                keys,
                ClusterKeys.of(config, rows),
                windows,
                wantsSlicedBlocks() && isAffordable(windows, keys, frozen));
        RunFacts run = facts.facts(
                RunFactsMaker.newRunId(),
                RunKind.REFERENCE,
                range.orElse(NO_TIME),
                facts.inputs(rows.snapshot(), Optional.of(id), Optional.empty(), Fingerprint.of(all(counted))),
                counted.get(0).rows(),
                Status.SKIPPED,
                ExitCode.OK);
        List<SlicedProfile> blocks = counted.subList(1, counted.size()).stream()
                .filter(block -> block.rows() > 0)
                .toList();
        return new Attempt(run, counted.get(0), blocks, List.of(), List.of());
    }

    private static List<DatasetProfile> all(List<SlicedProfile> profiles) {
        return profiles.stream().flatMap(profile -> profile.all().stream()).toList();
    }

    /** Whether sub-windows are compared, for which their slices are wanted too. */
    private boolean wantsSlicedBlocks() {
        return !config.slices().isEmpty()
                && (config.drift().falseAlarms().isPresent()
                        || config.drift().same().isPresent());
    }

    private static boolean isAffordable(List<Window> blocks, List<SliceKey> keys, List<ColumnSpec> columns) {
        long slices = keys.stream().mapToLong(key -> key.slices().size()).sum();
        return slices * blocks.size() * columns.size() <= MOST_SLICED_COUNTS;
    }

    /** The whole with its slices and clusters, then the blocks, which have no clusters. */
    private static List<SlicedProfile> profiles(
            MonitorRows rows,
            Optional<Window> range,
            List<ColumnSpec> columns,
            List<SliceKey> keys,
            Optional<ClusterKey> clusters,
            List<Window> blocks,
            boolean sliced) {
        if (range.isEmpty()) {
            return List.of(rows.profileAll(columns, keys, clusters, NO_TIME));
        }
        List<Group> groups = new ArrayList<>(List.of(new Group(range.get(), ProfileDetail.FULL)));
        blocks.forEach(block -> groups.add(new Group(block, ProfileDetail.COUNTS, sliced)));
        return rows.profile(columns, keys, clusters, groups).sliced();
    }

    private Optional<Window> pinnedRange() {
        if (config.reference() instanceof ReferenceConfig.Pinned pinned) {
            return Optional.of(pinned.window());
        }
        if (config.reference() instanceof ReferenceConfig.Previous previous) {
            return Optional.of(previous.pinned());
        }
        return Optional.empty();
    }

    /** The reference's own windows; none where it is not made of whole ones, or is a single one. */
    private List<Window> blocks(Optional<Window> range) {
        if (range.isEmpty() || config.windows().isEmpty()) {
            return List.of();
        }
        List<Window> blocks = config.windows().get().within(range.get());
        return blocks.size() < 2 || blocks.size() > MOST_BLOCKS ? List.of() : blocks;
    }
}
