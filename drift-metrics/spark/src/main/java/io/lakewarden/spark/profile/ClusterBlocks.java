package io.lakewarden.spark.profile;

import java.util.Arrays;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.vectorized.ColumnVector;
import org.apache.spark.sql.vectorized.ColumnarArray;

/** Deals rows out to blocks by the hash of their cluster key: the same key to the same block wherever it is met. */
final class ClusterBlocks {
    /** Keeps keys of several columns apart from those whose values changed places. */
    private static final long STEP = 0x9e3779b97f4a7c15L;

    private final CellPath[] cells;
    private final CellText[] texts;

    ClusterBlocks(ClusterCells key) {
        this.cells = key.paths();
        this.texts = Arrays.stream(cells).map(cell -> CellText.of(cell.type())).toArray(CellText[]::new);
    }

    /** The block of a row. */
    int of(InternalRow row) {
        long hash = 0;
        for (int i = 0; i < cells.length; i++) {
            InternalRow holder = cells[i].holder(row);
            hash = mixed(hash, holder == null ? null : texts[i].read(holder, cells[i].position()));
        }
        return block(hash);
    }

    /** The rows of each block. */
    BatchRows[] split(ColumnVector[] columns, BatchRows rows) {
        long[] hashes = new long[rows.count()];
        for (int i = 0; i < cells.length; i++) {
            mix(hashes, columns, rows, i);
        }
        int[] sizes = new int[ClusterKey.BLOCKS];
        for (long hash : hashes) {
            sizes[block(hash)]++;
        }
        int[][] positions = new int[sizes.length][];
        Arrays.setAll(positions, block -> new int[sizes[block]]);
        int[] next = new int[sizes.length];
        for (int row = 0; row < hashes.length; row++) {
            int block = block(hashes[row]);
            positions[block][next[block]++] = rows.at(row);
        }
        BatchRows[] result = new BatchRows[sizes.length];
        Arrays.setAll(result, block -> BatchRows.at(positions[block], sizes[block]));
        return result;
    }

    private void mix(long[] hashes, ColumnVector[] columns, BatchRows rows, int cell) {
        BatchRows present = cells[cell].present(columns, rows);
        ColumnarArray values = new ColumnarArray(
                cells[cell].vector(columns), 0, present.count() == 0 ? 0 : present.at(present.count() - 1) + 1);
        int next = 0;
        for (int row = 0; row < hashes.length; row++) {
            boolean isPresent = next < present.count() && present.at(next) == rows.at(row);
            hashes[row] = mixed(hashes[row], isPresent ? texts[cell].read(values, rows.at(row)) : null);
            next += isPresent ? 1 : 0;
        }
    }

    private static long mixed(long hash, String value) {
        long bits = hash * STEP + (value == null ? 0 : value.hashCode() + (1L << Integer.SIZE));
        bits = (bits ^ (bits >>> 30)) * 0xbf58476d1ce4e5b9L;
        bits = (bits ^ (bits >>> 27)) * 0x94d049bb133111ebL;
        return bits ^ (bits >>> 31);
    }

    private static int block(long hash) {
        return Math.floorMod(hash, ClusterKey.BLOCKS);
    }
}
