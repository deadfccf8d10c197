package io.lakewarden.profile;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * How often each cell of a column's distribution was counted in each block of rows. Rows that share a cluster key are in
 * one block, so that blocks are independent of each other where the rows of a key are not.
 *
 * <p>The cells are the frozen bins in their order, or true and false, or for columns that have neither all values that
 * are present; of numbers then −∞, +∞ and NaN; null is the last one. Merge law: counts add up exactly.
 */
public final class ClusterCounts {
    private final long[][] counts;

    private ClusterCounts(long[][] counts) {
        this.counts = counts;
    }

    /**
     * The counts of one column, from its profile in each block.
     *
     * @throws IllegalArgumentException if there is no block, or they differ in kind or bins
     */
    public static ClusterCounts of(List<? extends ColumnProfile> blocks) {
        if (blocks.isEmpty()
                || blocks.stream().map(ColumnProfile::spec).distinct().count() > 1) {
            throw new IllegalArgumentException("blocks of one column are counted in the same cells, but got " + blocks);
        }
        return new ClusterCounts(blocks.stream().map(ClusterCounts::cells).toArray(long[][]::new));
    }

    private static long[] cells(ColumnProfile column) {
        LongStream special = column instanceof NumericProfile numbers
                ? LongStream.of(numbers.negativeInfinities(), numbers.positiveInfinities(), numbers.nans())
                : LongStream.empty();
        return LongStream.concat(values(column), LongStream.concat(special, LongStream.of(column.nulls())))
                .toArray();
    }

    private static LongStream values(ColumnProfile column) {
        if (column instanceof BooleanProfile truth) {
            return LongStream.of(truth.trues(), truth.falses());
        }
        return column.bins()
                .map(bins -> IntStream.range(0, bins.binning().size()).mapToLong(bins::count))
                .orElseGet(() ->
                        LongStream.of(column instanceof NumericProfile numbers ? numbers.finite() : column.present()));
    }

    /** How many blocks there are, those without rows among them. */
    public int blocks() {
        return counts.length;
    }

    /** How many cells the column has, at least two. */
    public int cells() {
        return counts[0].length;
    }

    /** How many rows of a block fell into a cell. */
    public long count(int block, int cell) {
        return counts[block][cell];
    }

    /** How many rows a block has. */
    public long rows(int block) {
        return Arrays.stream(counts[block]).sum();
    }

    /**
     * The counts of both together, block by block.
     *
     * @throws IllegalArgumentException if blocks or cells differ in number
     */
    public ClusterCounts merge(ClusterCounts other) {
        if (blocks() != other.blocks() || cells() != other.cells()) {
            throw new IllegalArgumentException("counts of " + blocks() + " blocks and " + cells()
                    + " cells cannot be merged with " + other.blocks() + " blocks and " + other.cells() + " cells");
        }
        long[][] merged = new long[blocks()][cells()];
        for (int block = 0; block < merged.length; block++) {
            for (int cell = 0; cell < merged[block].length; cell++) {
                merged[block][cell] = Math.addExact(counts[block][cell], other.counts[block][cell]);
            }
        }
        return new ClusterCounts(merged);
    }

    void writeTo(StateWriter out) {
        out.count(blocks());
        out.count(cells());
        for (long[] block : counts) {
            for (long count : block) {
                out.count(count);
            }
        }
    }

    static ClusterCounts read(StateReader in) {
        int blocks = in.length(1);
        int cells = in.length(1);
        in.require(blocks > 0 && cells > 1, "no blocks or cells");
        in.require((long) blocks * cells <= in.remaining(), () -> blocks + " blocks of " + cells + " cells");
        long[][] counts = new long[blocks][cells];
        for (long[] block : counts) {
            Arrays.setAll(block, cell -> in.count());
        }
        return new ClusterCounts(counts);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ClusterCounts that && Arrays.deepEquals(counts, that.counts);
    }

    @Override
    public int hashCode() {
        return Arrays.deepHashCode(counts);
    }

    @Override
    public String toString() {
        return "ClusterCounts" + Arrays.deepToString(counts);
    }
}
