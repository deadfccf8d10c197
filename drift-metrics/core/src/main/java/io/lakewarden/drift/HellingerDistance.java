package io.lakewarden.drift;

/**
 * √(½ Σ (√p − √q)²), which is √(1 − Σ √(p·q)), over all bins, nulls included. A metric in [0, 1]: 0 for equal shares, 1
 * where no bin is shared. Needs no smoothing.
 */
public final class HellingerDistance extends BinStatistic {
    /** The only form. */
    public HellingerDistance() {
        super("hellinger_distance");
    }

    @Override
    DriftScore measure(BinTable table) {
        double[] p = table.referenceShares();
        double[] q = table.currentShares();
        double sum = 0;
        for (int bin = 0; bin < p.length; bin++) {
            double difference = Math.sqrt(p[bin]) - Math.sqrt(q[bin]);
            sum += difference * difference;
        }
        return DriftScore.exactly(Math.min(1, Math.sqrt(sum / 2)));
    }
}
