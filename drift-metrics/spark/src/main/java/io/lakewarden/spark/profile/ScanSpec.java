package io.lakewarden.spark.profile;

import io.lakewarden.profile.ColumnSpec;
import io.lakewarden.profile.DatasetProfile;
import io.lakewarden.profile.ProfileBuilder;
import io.lakewarden.profile.ProfileCodec;
import io.lakewarden.profile.ProfileDetail;
import io.lakewarden.result.Slice;
import io.lakewarden.result.Window;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.spark.sql.types.StructType;

/**
 * What one scan makes, in a form that travels to the executors: columns and their bins as profiles are stored. Each group
 * has a target for all of its rows and, where it is sliced, behind it one for each slice of each key, and of a full one behind those
 * one for each block of clusters, which keeps counts only. The whole scan is cut into parts, each of them the scan of some of its columns.
 */
final class ScanSpec implements Serializable {
    private final StructType schema;
    private final byte[] columns;
    private final ScanUnits units;
    /** Which part of the whole scan this is. */
    private final int part;

    private final String[] windows;
    private final ProfileDetail[] details;
    private final TimeIndex index;
    /** Null where all rows belong together. */
    private final TimeCell time;

    private final SliceRule[] keys;
    /** Null where rows are independent. */
    private final ClusterCells clusters;

    /** Top-level columns that every part reads, whichever its own are. */
    private final HashSet<String> shared;

    /** Key and value of each slice of one group; the first is all rows. */
    private final String[][] slices;

    /** The target of all rows of each group, and behind the last group the number of targets. */
    private final int[] wholes;

    /**
     * The whole scan of rows of a schema.
     *
     * @param keys says which slices a row is in, for each key of the groups
     * @param shared top-level columns that say which profiles a row is in
     * @throws IllegalArgumentException if a column is not in the schema or does not fit what is asked of it
     */
    ScanSpec(
            StructType schema,
            List<ColumnSpec> columns,
            ProfileGroups groups,
            SliceRule[] keys,
            Set<String> shared,
            ScanPath path) {
        List<ProfileGroups.Group> all = groups.groups();
        this.schema = schema;
        this.columns = encoded(columns);
        this.windows = all.stream().map(it -> it.window().toString()).toArray(String[]::new);
        this.details = all.stream().map(ProfileGroups.Group::detail).toArray(ProfileDetail[]::new);
        this.index = TimeIndex.of(all.stream().map(ProfileGroups.Group::window).toList());
        this.time = groups.timeColumn().map(it -> TimeCell.of(schema, it)).orElse(null);
        this.keys = keys;
        this.clusters =
                groups.clusterKey().map(it -> ClusterCells.of(schema, it)).orElse(null);
        this.shared = new HashSet<>(shared);
        this.slices = groups.slices().stream()
                .map(it -> new String[] {it.key(), it.value()})
                .toArray(String[][]::new);
        this.wholes = new int[all.size() + 1];
        for (int group = 0; group < all.size(); group++) {
            boolean clustered = clusters != null && details[group] == ProfileDetail.FULL;
            wholes[group + 1] =
                    wholes[group] + (all.get(group).sliced() ? slices.length : 1) + (clustered ? ClusterKey.BLOCKS : 0);
        }
        this.units = ScanUnits.of(
                columns.size(),
                IntStream.range(0, targets()).mapToObj(this::detail).toList(),
                path);
        this.part = 0;
        // Whatever does not fit is found here, before the work is sent anywhere.
        CellReaders.ofRows(schema, columns, new ProfileBuilder(columns, ProfileDetail.COUNTS));
    }

    private ScanSpec(ScanSpec whole, List<ColumnSpec> columns, int part) {
        this.schema = whole.schema;
        this.columns = encoded(columns);
        this.windows = whole.windows;
        this.details = whole.details;
        this.index = whole.index;
        this.time = whole.time;
        this.keys = whole.keys;
        this.clusters = whole.clusters;
        this.shared = whole.shared;
        this.slices = whole.slices;
        this.wholes = whole.wholes;
        this.units = whole.units;
        this.part = part;
    }

    private static byte[] encoded(List<ColumnSpec> columns) {
        return ProfileCodec.encode(DatasetProfile.empty(Window.ofDay(LocalDate.EPOCH), Slice.ALL, columns));
    }

    /** The parts of the whole scan, which together give its states. */
    List<ScanSpec> parts() {
        List<ColumnSpec> all = columns();
        return IntStream.range(0, units.parts())
                .mapToObj(i -> new ScanSpec(this, all.subList(units.first(i), units.end(i)), i))
                .toList();
    }

    StructType schema() {
        return schema;
    }

    /** The columns of this part, or all of them. */
    List<ColumnSpec> columns() {
        return ProfileCodec.decodeDataset(columns).specs();
    }

    /** The top-level columns that this part reads. */
    Set<String> topLevelColumns() {
        Set<String> names = new HashSet<>(shared);
        columns().forEach(column -> names.add(ColumnPath.names(column.name()).get(0)));
        return names;
    }

    /** Null where all rows belong together. */
    TimeCell time() {
        return time;
    }

    TimeIndex index() {
        return index;
    }

    SliceRule[] keys() {
        return keys;
    }

    /** Null where rows are independent. */
    ClusterCells clusters() {
        return clusters;
    }

    int groups() {
        return windows.length;
    }

    /** The target of all rows of a group; the targets of its slices follow. */
    int whole(int group) {
        return wholes[group];
    }

    /** The target of a group's first block of clusters, behind its slices; the next group's where it has none. */
    int firstBlock(int group) {
        return Math.min(wholes[group] + slices.length, wholes[group + 1]);
    }

    /** Whether a group has targets for slices or clusters. */
    boolean isSplit(int group) {
        return wholes[group + 1] - wholes[group] > 1;
    }

    /** Whether a group has targets for clusters. */
    boolean isClustered(int group) {
        return firstBlock(group) < wholes[group + 1];
    }

    int targets() {
        return wholes[windows.length];
    }

    private int group(int target) {
        int found = Arrays.binarySearch(wholes, target);
        return found >= 0 ? found : -found - 2;
    }

    Window window(int target) {
        return Window.parse(windows[group(target)]);
    }

    ProfileDetail detail(int target) {
        int group = group(target);
        return target < firstBlock(group) ? details[group] : ProfileDetail.COUNTS;
    }

    Slice slice(int target) {
        int group = group(target);
        String[] slice = slices[target < firstBlock(group) ? target - wholes[group] : 0];
        return new Slice(slice[0], slice[1]);
    }

    /** The profile of a target without rows. */
    DatasetProfile empty(int target, List<ColumnSpec> specs) {
        return new ProfileBuilder(specs, detail(target)).build(window(target), slice(target));
    }

    /** How the states of the whole scan are numbered. */
    ScanUnits units() {
        return units;
    }

    /** The numbers of the states that this part gives. */
    IntStream ownUnits() {
        return units.ofPart(part);
    }

    /** The place of this part's first column among all. */
    int firstColumn() {
        return units.first(part);
    }
}
