package io.lakewarden.spark.profile;

import java.util.Arrays;
import org.apache.spark.sql.vectorized.ColumnVector;

/** Sorts the rows of batches into the slices of one key. */
interface SliceSplit {
    /** How many slices there are. */
    int count();

    /** The slice of each row. */
    int[] slices(ColumnVector[] columns, BatchRows rows);

    /** The rows of each slice. */
    default BatchRows[] split(ColumnVector[] columns, BatchRows rows) {
        int[] slices = slices(columns, rows);
        int[] sizes = new int[count()];
        for (int slice : slices) {
            sizes[slice]++;
        }
        int[][] positions = new int[sizes.length][];
        Arrays.setAll(positions, slice -> new int[sizes[slice]]);
        int[] next = new int[sizes.length];
        for (int i = 0; i < slices.length; i++) {
            int slice = slices[i];
            positions[slice][next[slice]++] = rows.at(i);
        }
        BatchRows[] result = new BatchRows[sizes.length];
        Arrays.setAll(result, slice -> BatchRows.at(positions[slice], sizes[slice]));
        return result;
    }
}
