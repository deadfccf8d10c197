package io.lakewarden.drift;

import io.lakewarden.result.MetricValue;

/**
 * Square root of the Jensen–Shannon divergence in bits: √(½ Σ p·log₂(p/m) + ½ Σ q·log₂(q/m)) with m = (p + q)/2, over
 * all bins, nulls included. A metric in [0, 1]: 0 for equal shares, 1 where no bin is shared. Needs no smoothing.
 * Detail: {@code divergence}, its square.
 */
public final class JensenShannonDistance extends BinStatistic {
    /** The distance in bits. */
    public JensenShannonDistance() {
        super("js_distance");
    }

    @Override
    DriftScore measure(BinTable table) {
        double[] p = table.referenceShares();
        double[] q = table.currentShares();
        double nats = 0;
        for (int bin = 0; bin < p.length; bin++) {
            double middle = (p[bin] + q[bin]) / 2;
            nats += half(p[bin], middle) + half(q[bin], middle);
        }
        double divergence = Math.min(1, Math.max(0, nats / Math.log(2)));
        return DriftScore.exactly(Math.sqrt(divergence)).with("divergence", MetricValue.exactly(divergence));
    }

    private static double half(double share, double middle) {
        return share == 0 ? 0 : share * Math.log(share / middle) / 2;
    }
}
