package io.lakewarden.spark.profile;

import io.lakewarden.profile.ColumnSpec;
import io.lakewarden.profile.DatasetProfile;
import io.lakewarden.profile.ProfileBuilder;
import io.lakewarden.profile.ProfileCodec;
import io.lakewarden.profile.ProfileDetail;
import io.lakewarden.result.Slice;
import io.lakewarden.result.Window;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.types.StructType;

/**
 * Profiles one partition on an executor. Holds only what Java can serialize: columns and their bins travel in the form
 * in which profiles are stored.
 */
final class PartitionScan implements FlatMapFunction<Iterator<InternalRow>, byte[]> {
    private final StructType schema;
    private final byte[] columns;
    private final String[] windows;
    private final ProfileDetail[] details;
    private final TimeIndex index;
    /** Null where all rows belong together. */
    private final TimeCell time;

    /**
     * A scan of rows of a schema.
     *
     * @param schema the schema of the rows
     * @param columns what to profile of them
     * @param groups which profiles to make
     */
    PartitionScan(StructType schema, List<ColumnSpec> columns, ProfileGroups groups) {
        List<ProfileGroups.Group> all = groups.groups();
        this.schema = schema;
        this.columns = ProfileCodec.encode(emptyProfile(columns, all.get(0)));
        this.windows = all.stream().map(it -> it.window().toString()).toArray(String[]::new);
        this.details = all.stream().map(ProfileGroups.Group::detail).toArray(ProfileDetail[]::new);
        this.index = TimeIndex.of(all.stream().map(ProfileGroups.Group::window).toList());
        this.time = groups.timeColumn().map(it -> TimeCell.of(schema, it)).orElse(null);
        // Whatever does not fit is found here, before the work is sent anywhere.
        CellReaders.of(schema, columns, new ProfileBuilder(columns, ProfileDetail.COUNTS));
    }

    static DatasetProfile emptyProfile(List<ColumnSpec> columns, ProfileGroups.Group group) {
        return new ProfileBuilder(columns, group.detail()).build(group.window(), Slice.ALL);
    }

    @Override
    public Iterator<byte[]> call(Iterator<InternalRow> rows) {
        List<ColumnSpec> specs = ProfileCodec.decodeDataset(columns).specs();
        GroupScan[] groups = new GroupScan[windows.length];
        long outside = 0;
        long withoutTime = 0;
        while (rows.hasNext()) {
            InternalRow row = rows.next();
            if (time == null) {
                groupAt(0, groups, specs).add(row);
                continue;
            }
            OptionalLong micros = time.micros(row);
            if (micros.isEmpty()) {
                withoutTime++;
                continue;
            }
            int[] hits = index.windowsAt(micros.getAsLong());
            outside += hits.length == 0 ? 1 : 0;
            for (int hit : hits) {
                groupAt(hit, groups, specs).add(row);
            }
        }
        return List.of(result(groups, outside, withoutTime).encode()).iterator();
    }

    /** Windows without rows here cost nothing: their builders are never made. */
    private GroupScan groupAt(int index, GroupScan[] groups, List<ColumnSpec> specs) {
        if (groups[index] == null) {
            groups[index] = new GroupScan(schema, specs, details[index]);
        }
        return groups[index];
    }

    private PartitionResult result(GroupScan[] groups, long outside, long withoutTime) {
        List<Optional<DatasetProfile>> profiles = new ArrayList<>();
        for (int i = 0; i < groups.length; i++) {
            Window window = Window.parse(windows[i]);
            profiles.add(Optional.ofNullable(groups[i]).map(it -> it.builder.build(window, Slice.ALL)));
        }
        return new PartitionResult(profiles, outside, withoutTime);
    }

    /** The rows of one window in this partition. */
    private static final class GroupScan {
        private final ProfileBuilder builder;
        private final StructReader reader;

        GroupScan(StructType schema, List<ColumnSpec> specs, ProfileDetail detail) {
            this.builder = new ProfileBuilder(specs, detail);
            this.reader = CellReaders.of(schema, specs, builder);
        }

        void add(InternalRow row) {
            builder.addRow();
            reader.read(row);
        }
    }
}
