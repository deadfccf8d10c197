package io.lakewarden.spark.profile;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.ToIntFunction;
import org.apache.spark.api.java.function.Function2;
import org.apache.spark.sql.catalyst.InternalRow;
import scala.Tuple2;

/** Profiles one partition of rows on an executor. */
final class RowScan implements Function2<Integer, Iterator<InternalRow>, Iterator<Tuple2<Long, byte[]>>> {
    private static final int[] FIRST_WINDOW = {0};

    private final ScanSpec spec;

    RowScan(ScanSpec spec) {
        this.spec = spec;
    }

    @Override
    public Iterator<Tuple2<Long, byte[]>> call(Integer partition, Iterator<InternalRow> rows) {
        PartitionTargets<StructReader> targets =
                new PartitionTargets<>(spec, (columns, builder) -> CellReaders.ofRows(spec.schema(), columns, builder));
        List<ToIntFunction<InternalRow>> slices =
                Arrays.stream(spec.keys()).map(key -> key.ofRows(partition)).toList();
        ClusterBlocks clusters = spec.clusters() == null ? null : new ClusterBlocks(spec.clusters());
        while (rows.hasNext()) {
            InternalRow row = rows.next();
            for (int window : windowsOf(row, targets)) {
                add(row, window, slices, targets, clusters);
            }
        }
        return targets.states(partition);
    }

    private int[] windowsOf(InternalRow row, PartitionTargets<StructReader> targets) {
        if (spec.time() == null) {
            return FIRST_WINDOW;
        }
        OptionalLong micros = spec.time().micros(row);
        if (micros.isEmpty()) {
            targets.addWithoutTime(1);
            return TimeIndex.NONE;
        }
        int[] windows = spec.index().windowsAt(micros.getAsLong());
        if (windows.length == 0) {
            targets.addOutside(1);
        }
        return windows;
    }

    private void add(
            InternalRow row,
            int window,
            List<ToIntFunction<InternalRow>> slices,
            PartitionTargets<StructReader> targets,
            ClusterBlocks clusters) {
        int whole = spec.whole(window);
        targets.at(whole).reading(1).read(row);
        if (!spec.isSplit(window)) {
            return;
        }
        int first = whole + 1;
        SliceRule[] keys = spec.keys();
        for (int key = 0; key < keys.length; key++) {
            targets.at(first + slices.get(key).applyAsInt(row)).reading(1).read(row);
            first += keys[key].count();
        }
        if (spec.isClustered(window)) {
            targets.at(first + clusters.of(row)).reading(1).read(row);
        }
    }
}
