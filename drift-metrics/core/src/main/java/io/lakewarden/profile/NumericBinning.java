package io.lakewarden.profile;

import java.util.Arrays;

/**
 * Bins over the real line, closed on the right: {@code (-∞, e₀], (e₀, e₁], …, (eₙ, ∞)}. The outer bins are open so that
 * one extreme value can never move an edge. A value that has a bin of its own stands between {@code Math.nextDown(v)}
 * and {@code v}. Bands, which people give, hold their lower bound: {@code [b₀, b₁)} stands between {@code
 * Math.nextDown(b₀)} and {@code Math.nextDown(b₁)}.
 */
public final class NumericBinning implements Binning {
    /** Beyond, halving the edges is quicker than a grid. */
    private static final int MOST_IN_GRID = 1000;

    private final double[] edges;
    private final boolean bands;
    private final String id;

    /** Made when first needed. */
    private volatile BinGrid grid;

    private NumericBinning(double[] edges, boolean bands) {
        this.edges = edges;
        this.bands = bands;
        this.id = bands ? BinningId.ofBands(edges) : BinningId.of(edges);
    }

    /**
     * Bins with the given interior edges; none gives one bin for everything.
     *
     * @throws IllegalArgumentException if the edges are not finite and strictly increasing
     */
    public static NumericBinning ofEdges(double... interiorEdges) {
        return of(interiorEdges, false);
    }

    /**
     * Bands that somebody gave: below the first of these bounds, then from each bound to just below the next one.
     *
     * @throws IllegalArgumentException if the bounds are not finite and strictly increasing
     */
    public static NumericBinning ofBands(double... lowerBounds) {
        return of(Arrays.stream(lowerBounds).map(Math::nextDown).toArray(), true);
    }

    static NumericBinning of(double[] interiorEdges, boolean bands) {
        double[] edges = interiorEdges.clone();
        for (int i = 0; i < edges.length; i++) {
            edges[i] += 0.0; // -0.0 becomes 0.0, which is the same edge
            if (!Double.isFinite(edges[i]) || (i > 0 && edges[i - 1] >= edges[i])) {
                throw new IllegalArgumentException(
                        "bin edges are finite and strictly increasing, but got " + Arrays.toString(edges));
            }
        }
        return new NumericBinning(edges, bands);
    }

    /** The bin that holds a finite value: the number of edges strictly less than it. */
    public int indexOf(double value) {
        int low = 0;
        int high = edges.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (edges[middle] < value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The bins of many finite values, as {@link #indexOf} finds them. */
    void locate(double[] values, int size, int[] bins) {
        if (edges.length == 0) {
            Arrays.fill(bins, 0, size, 0);
            return;
        }
        if (edges.length > MOST_IN_GRID) {
            for (int i = 0; i < size; i++) {
                bins[i] = indexOf(values[i]);
            }
            return;
        }
        BinGrid known = grid;
        if (known == null) {
            known = BinGrid.over(edges);
            grid = known;
        }
        known.locate(values, size, bins);
    }

    /** The interior edges, one less than there are bins. */
    public double[] edges() {
        return edges.clone();
    }

    /** Whether somebody gave the bins, so that they are shown as they are given even where one is empty. */
    public boolean isBands() {
        return bands;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public int size() {
        return edges.length + 1;
    }

    @Override
    public String label(int bin) {
        if (edges.length == 0) {
            return "all values";
        }
        if (bands) {
            return bandLabel(bin);
        }
        if (bin == edges.length) {
            return "> " + Numbers.label(edges[bin - 1]);
        }
        if (isPoint(bin)) {
            return Numbers.label(edges[bin]);
        }
        // A gap before a value of its own ends just below that value.
        boolean endsBeforePoint = bin + 1 < edges.length && isPoint(bin + 1);
        String upper = Numbers.label(endsBeforePoint ? edges[bin + 1] : edges[bin]);
        if (bin == 0) {
            return (endsBeforePoint ? "< " : "≤ ") + upper;
        }
        return "(" + Numbers.label(edges[bin - 1]) + ", " + upper + (endsBeforePoint ? ")" : "]");
    }

    /** With the bounds as they were given, so that no two bands have one label. */
    private String bandLabel(int bin) {
        if (bin == 0) {
            return "< " + Numbers.text(Math.nextUp(edges[0]));
        }
        String lower = Numbers.text(Math.nextUp(edges[bin - 1]));
        return bin == edges.length ? "≥ " + lower : "[" + lower + ", " + Numbers.text(Math.nextUp(edges[bin])) + ")";
    }

    /** Whether a bin holds one value alone. */
    private boolean isPoint(int bin) {
        return bin > 0 && edges[bin - 1] == Math.nextDown(edges[bin]);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof NumericBinning that && bands == that.bands && Arrays.equals(edges, that.edges);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(edges);
    }

    @Override
    public String toString() {
        return "NumericBinning" + Arrays.toString(edges);
    }
}
