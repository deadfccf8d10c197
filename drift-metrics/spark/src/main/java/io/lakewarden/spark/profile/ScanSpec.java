package io.lakewarden.spark.profile;

import io.lakewarden.profile.ColumnSpec;
import io.lakewarden.profile.DatasetProfile;
import io.lakewarden.profile.ProfileBuilder;
import io.lakewarden.profile.ProfileCodec;
import io.lakewarden.profile.ProfileDetail;
import io.lakewarden.result.Slice;
import io.lakewarden.result.Window;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.types.StructType;

/**
 * What one scan makes, in a form that travels to the executors: columns and their bins as profiles are stored. Each group
 * has a target for all of its rows and, where it is a full one, behind it one for each slice of each key.
 */
final class ScanSpec implements Serializable {
    /** Columns whose states travel together: bounds the size of a record. */
    private static final int CHUNK = 32;

    private final StructType schema;
    private final byte[] columns;
    private final int width;
    private final String[] windows;
    private final ProfileDetail[] details;
    private final TimeIndex index;
    /** Null where all rows belong together. */
    private final TimeCell time;

    private final SliceCell[] keys;
    /** Key and value of each slice of one group; the first is all rows. */
    private final String[][] slices;

    /** The target of all rows of each group, and behind the last group the number of targets. */
    private final int[] wholes;

    /**
     * A scan of rows of a schema.
     *
     * @throws IllegalArgumentException if a column is not in the schema or does not fit what is asked of it
     */
    ScanSpec(StructType schema, List<ColumnSpec> columns, ProfileGroups groups) {
        List<ProfileGroups.Group> all = groups.groups();
        this.schema = schema;
        this.width = columns.size();
        this.columns = ProfileCodec.encode(DatasetProfile.empty(all.get(0).window(), Slice.ALL, columns));
        this.windows = all.stream().map(it -> it.window().toString()).toArray(String[]::new);
        this.details = all.stream().map(ProfileGroups.Group::detail).toArray(ProfileDetail[]::new);
        this.index = TimeIndex.of(all.stream().map(ProfileGroups.Group::window).toList());
        this.time = groups.timeColumn().map(it -> TimeCell.of(schema, it)).orElse(null);
        this.keys =
                groups.sliceKeys().stream().map(it -> SliceCell.of(schema, it)).toArray(SliceCell[]::new);
        this.slices = groups.slices().stream()
                .map(it -> new String[] {it.key(), it.value()})
                .toArray(String[][]::new);
        this.wholes = new int[all.size() + 1];
        for (int group = 0; group < all.size(); group++) {
            wholes[group + 1] = wholes[group] + (details[group] == ProfileDetail.FULL ? slices.length : 1);
        }
        // Whatever does not fit is found here, before the work is sent anywhere.
        CellReaders.ofRows(schema, columns, new ProfileBuilder(columns, ProfileDetail.COUNTS));
    }

    StructType schema() {
        return schema;
    }

    List<ColumnSpec> columns() {
        return ProfileCodec.decodeDataset(columns).specs();
    }

    /** Null where all rows belong together. */
    TimeCell time() {
        return time;
    }

    TimeIndex index() {
        return index;
    }

    SliceCell[] keys() {
        return keys;
    }

    int groups() {
        return windows.length;
    }

    /** The target of all rows of a group; the targets of its slices follow. */
    int whole(int group) {
        return wholes[group];
    }

    /** Whether a group has targets for slices. */
    boolean isSliced(int group) {
        return wholes[group + 1] - wholes[group] > 1;
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
        return details[group(target)];
    }

    Slice slice(int target) {
        String[] slice = slices[target - wholes[group(target)]];
        return new Slice(slice[0], slice[1]);
    }

    int chunks() {
        return Math.max(1, (width + CHUNK - 1) / CHUNK);
    }

    /** The profile of a target without rows. */
    DatasetProfile empty(int target, List<ColumnSpec> specs) {
        return new ProfileBuilder(specs, detail(target)).build(window(target), slice(target));
    }

    /** The number of a chunk's state. */
    int unit(int target, int chunk) {
        return target * chunks() + chunk;
    }

    /** The target whose state a unit is a part of. */
    int target(int unit) {
        return unit / chunks();
    }

    /** The place of a unit's first column. */
    int firstColumn(int unit) {
        return unit % chunks() * CHUNK;
    }

    /** The place behind a unit's last column. */
    int endOfColumns(int unit) {
        return Math.min(width, firstColumn(unit) + CHUNK);
    }

    /** The unit of the rows that are in no target. */
    int tally() {
        return targets() * chunks();
    }
}
