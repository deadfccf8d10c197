package io.lakewarden.drift;

/**
 * ½ Σ |p − q| over all bins, nulls included: the share of rows that would have to change bins. A metric in [0, 1].
 * Needs no smoothing.
 */
public final class TotalVariationDistance extends BinStatistic {
    /** The only form. */
    public TotalVariationDistance() {
        super("tv_distance");
    }

    @Override
    DriftScore measure(BinTable table) {
        double[] p = table.referenceShares();
        double[] q = table.currentShares();
        double sum = 0;
        for (int bin = 0; bin < p.length; bin++) {
            sum += Math.abs(p[bin] - q[bin]);
        }
        return DriftScore.exactly(Math.min(1, sum / 2));
    }
}
