package io.lakewarden.drift;

import io.lakewarden.result.MetricValue;
import java.util.Objects;

/**
 * KL(current ‖ reference) = Σ q · ln(q / p) in nats, over all bins, nulls included. Range [0, ∞) where shares sum to
 * one (a floor may push it slightly below 0), not symmetric, 0 for equal shares. Smoothed, and the smoothing is printed.
 */
public final class KullbackLeiblerDivergence extends BinStatistic {
    private final Smoothing smoothing;

    /** With half a row added to every bin. */
    public KullbackLeiblerDivergence() {
        this(Smoothing.DEFAULT);
    }

    /** With the given smoothing. */
    public KullbackLeiblerDivergence(Smoothing smoothing) {
        super("kl_divergence");
        this.smoothing = Objects.requireNonNull(smoothing, "smoothing");
    }

    @Override
    DriftScore measure(BinTable table) {
        double[] p = smoothing.shares(table.referenceCounts());
        double[] q = smoothing.shares(table.currentCounts());
        double sum = 0;
        for (int bin = 0; bin < p.length; bin++) {
            sum += q[bin] == 0 ? 0 : q[bin] * Math.log(q[bin] / p[bin]);
        }
        return Double.isFinite(sum)
                ? DriftScore.exactly(sum).with(smoothing.detail(), MetricValue.exactly(smoothing.amount()))
                : DriftScore.unknown("a bin is empty in the reference and nothing is smoothed");
    }
}
