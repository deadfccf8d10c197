package io.lakewarden.spark.profile;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.vectorized.ColumnVector;

/**
 * The rows of a batch that lie in a window.
 *
 * @param window its place among the groups
 * @param rows at least one
 */
record BatchWindows(int window, BatchRows rows) {
    /** The rows of each window that has any; those in none are counted in the targets. */
    static List<BatchWindows> split(
            ScanSpec spec, ColumnVector[] columns, BatchRows rows, PartitionTargets<?> targets) {
        if (rows.count() == 0) {
            return List.of();
        }
        if (spec.time() == null) {
            return List.of(new BatchWindows(0, rows));
        }
        BatchRows present = spec.time().present(columns, rows);
        targets.addWithoutTime(rows.count() - present.count());
        if (present.count() == 0) {
            return List.of();
        }
        TimeIndex index = spec.index();
        int[] pieces = index.piecesAt(spec.time().micros(columns, present));
        int[] sizes = new int[spec.groups()];
        for (int piece : pieces) {
            int[] windows = index.windowsOf(piece);
            if (windows.length == 0) {
                targets.addOutside(1);
            }
            for (int window : windows) {
                sizes[window]++;
            }
        }
        return split(index, pieces, sizes, present);
    }

    private static List<BatchWindows> split(TimeIndex index, int[] pieces, int[] sizes, BatchRows rows) {
        int[][] positions = new int[sizes.length][];
        List<BatchWindows> result = new ArrayList<>();
        for (int window = 0; window < sizes.length; window++) {
            // Tables that were written day by day have whole batches in one window.
            if (sizes[window] == rows.count()) {
                result.add(new BatchWindows(window, rows));
            } else if (sizes[window] > 0) {
                positions[window] = new int[sizes[window]];
                result.add(new BatchWindows(window, BatchRows.at(positions[window], sizes[window])));
            }
        }
        int[] next = new int[sizes.length];
        for (int i = 0; i < pieces.length; i++) {
            for (int window : index.windowsOf(pieces[i])) {
                if (positions[window] != null) {
                    positions[window][next[window]++] = rows.at(i);
                }
            }
        }
        return result;
    }
}
