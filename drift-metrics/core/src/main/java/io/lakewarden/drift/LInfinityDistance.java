package io.lakewarden.drift;

/**
 * max |p − q|: the largest change of one bin's share among present values (nulls have {@code percent_null_delta}). A
 * metric in [0, 1]. Needs no smoothing.
 */
public final class LInfinityDistance extends BinStatistic {
    static final String NAME = "l_infinity_distance";

    /** The only form. */
    public LInfinityDistance() {
        super(NAME);
    }

    @Override
    BinTable scope(BinTable table) {
        return table.withoutNulls();
    }

    @Override
    DriftScore measure(BinTable table) {
        double[] p = table.referenceShares();
        double[] q = table.currentShares();
        double largest = 0;
        for (int bin = 0; bin < p.length; bin++) {
            largest = Math.max(largest, Math.abs(p[bin] - q[bin]));
        }
        return DriftScore.exactly(largest);
    }
}
