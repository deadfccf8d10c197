package io.lakewarden.spark.outlier;

import io.lakewarden.outlier.CategorySupport;
import io.lakewarden.outlier.ColumnSupport;
import io.lakewarden.outlier.NumberSupport;
import io.lakewarden.outlier.ReferenceSupport;
import io.lakewarden.outlier.RowText;
import java.io.Serializable;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A hash of each row with its numbers rounded to a tenth of the reference's standard deviation: of all its columns, and of
 * all but each of a few parts of them, so that rows are alike too that differ in a few columns.
 */
final class CoarseGrid implements Serializable {
    /** Into so many parts columns are dealt out. */
    private static final int MOST_PARTS = 4;

    /** With fewer columns, too little is left without one. */
    private static final int LEAST_COLUMNS = 3;

    private static final long FACTOR = 0x9E37_79B9_7F4A_7C15L;

    private final ReferenceSupport support;

    CoarseGrid(ReferenceSupport support) {
        this.support = support;
    }

    private int parts() {
        int columns = support.columns().size();
        return columns < LEAST_COLUMNS ? 1 : Math.min(MOST_PARTS, columns);
    }

    /** The hashes of a row: the first of all columns, then those without a part. */
    long[] hashes(double[] cells, RowText text) {
        long[] parts = new long[parts()];
        for (int column = 0; column < cells.length; column++) {
            int part = column % parts.length;
            parts[part] += mixed(column + 1L, content(column, cells[column], text));
        }
        long all = 0;
        for (long part : parts) {
            all += part;
        }
        long[] hashes = new long[parts.length == 1 ? 1 : parts.length + 1];
        hashes[0] = all;
        for (int hash = 1; hash < hashes.length; hash++) {
            hashes[hash] = all - parts[hash - 1];
        }
        return hashes;
    }

    /** New categories have one place, but are not alike. */
    private long content(int column, double cell, RowText text) {
        return cell == CategorySupport.UNSEEN && support.columns().get(column) instanceof CategorySupport
                ? text.category(column).hashCode() + FACTOR
                : Double.doubleToLongBits(rounded(column, cell));
    }

    /** The cell of a row on the grid; of a category its place. */
    double rounded(int column, double cell) {
        ColumnSupport seen = support.columns().get(column);
        double rounded = seen instanceof NumberSupport numbers && numbers.step() > 0
                ? Math.rint((cell - numbers.least()) / numbers.step())
                : cell;
        return rounded + 0.0;
    }

    /** Spreads a column and its content over all 64 bits, as SplitMix64 does. */
    private static long mixed(long column, long content) {
        long mixed = content * FACTOR + column * 0xBF58_476D_1CE4_E5B9L;
        mixed = (mixed ^ (mixed >>> 30)) * 0xBF58_476D_1CE4_E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D0_49BB_1331_11EBL;
        return mixed ^ (mixed >>> 31);
    }

    /** The columns that are left out of a hash. */
    List<Integer> leftOut(int hash) {
        return hash == 0
                ? List.of()
                : IntStream.range(0, support.columns().size())
                        .filter(column -> column % parts() == hash - 1)
                        .boxed()
                        .toList();
    }
}
