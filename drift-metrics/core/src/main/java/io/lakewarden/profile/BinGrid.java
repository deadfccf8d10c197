package io.lakewarden.profile;

import java.util.Arrays;

/**
 * Finds the bins of many numbers without a branch for each edge: a grid of {@value #CELLS} cells over the edges tells how
 * many of them lie in lower cells, and the few edges of a number's own cell are compared to it.
 *
 * <p>Cells are of equal width, or equal spans of the binary representation, which widen with the distance from 0;
 * whichever leaves fewer edges in any one cell. A number's cell never falls as the number rises, so the bin is right
 * whatever the rounding.
 */
final class BinGrid {
    private static final int CELLS = 1024;

    /** The edges, then ∞: steps never lead beyond it. */
    private final double[] edges;

    private final boolean even;
    private final double scale;
    private final long leastKey;
    private final long greatestKey;
    private final int shift;

    /** For each cell how many edges are in lower ones. */
    private final short[] starts;

    /** The most edges in one cell. */
    private final int steps;

    private BinGrid(double[] edges, boolean even) {
        int last = edges.length - 1;
        this.edges = Arrays.copyOf(edges, edges.length + 1);
        this.edges[edges.length] = Double.POSITIVE_INFINITY;
        this.even = even;
        this.scale = (CELLS - 1) / (edges[last] - edges[0]);
        this.leastKey = key(edges[0]);
        this.greatestKey = key(edges[last]);
        this.shift = Math.max(0, Long.SIZE - Long.numberOfLeadingZeros(greatestKey - leastKey) - 10);
        int[] inCell = new int[CELLS];
        for (double edge : edges) {
            inCell[cell(edge)]++;
        }
        this.starts = new short[CELLS];
        int most = 0;
        for (int cell = 0, lower = 0; cell < CELLS; cell++) {
            starts[cell] = (short) lower;
            lower += inCell[cell];
            most = Math.max(most, inCell[cell]);
        }
        this.steps = most;
    }

    /** A grid over edges, of which there is at least one and at most {@link Short#MAX_VALUE}. */
    static BinGrid over(double[] edges) {
        BinGrid even = new BinGrid(edges, true);
        BinGrid widening = new BinGrid(edges, false);
        return widening.steps < even.steps ? widening : even;
    }

    /** The number of edges strictly less than each finite number. */
    void locate(double[] values, int size, int[] bins) {
        if (even) {
            for (int i = 0; i < size; i++) {
                bins[i] = next(starts[evenCell(values[i])], values[i]);
            }
        } else {
            for (int i = 0; i < size; i++) {
                bins[i] = next(starts[wideningCell(values[i])], values[i]);
            }
        }
        for (int step = 1; step < steps; step++) {
            for (int i = 0; i < size; i++) {
                bins[i] = next(bins[i], values[i]);
            }
        }
    }

    /** One more than the bin if its upper edge is less than the value: the sign of a difference never rounded to 0. */
    private int next(int bin, double value) {
        return bin + (int) (Double.doubleToRawLongBits(edges[bin] - value) >>> (Long.SIZE - 1));
    }

    private int cell(double value) {
        return even ? evenCell(value) : wideningCell(value);
    }

    private int evenCell(double value) {
        return Math.max(0, Math.min(CELLS - 1, (int) ((value - edges[0]) * scale)));
    }

    private int wideningCell(double value) {
        return (int) ((Math.max(leastKey, Math.min(greatestKey, key(value))) - leastKey) >>> shift);
    }

    /** A whole number that rises with the value. */
    private static long key(double value) {
        long bits = Double.doubleToRawLongBits(value);
        return bits ^ ((bits >> (Long.SIZE - 1)) >>> 1);
    }
}
