package io.lakewarden.drift;

import io.lakewarden.result.MetricValue;

/**
 * The energy distance √(2 ∫ (F − G)² dx) = √(2 E|X − Y| − E|X − X′| − E|Y − Y′|) between the finite values, in the square
 * root of the column's unit. A metric in [0, ∞). Without drift its square is about (1/N + 1/M) times the
 * mean distance of two values. Source: M. Rizzo and G. Székely,
 * "Energy distance", 2016.
 *
 * <p>Exact where both distributions are kept exactly. From sketches, with D̂ their F − G and ε = ε₁ + ε₂, the true |F − G|
 * lies between |D̂| − ε and |D̂| + ε, cut to [0, 1], at every point; both are integrated from the least to the greatest value.
 */
public final class EnergyDistance extends ValueStatistic {
    /** The only form. */
    public EnergyDistance() {
        super("energy_distance");
    }

    @Override
    DriftScore fromValues(PooledValues pooled) {
        return DriftScore.exactly(distance(pooled, 0));
    }

    @Override
    DriftScore fromSketches(PooledValues pooled, ValueSides sides) {
        double value = distance(pooled, 0);
        double lower = distance(pooled, -sides.error());
        double upper = distance(pooled, sides.error());
        double ends = (pooled.value(0) - sides.least()) + (sides.greatest() - pooled.value(pooled.size() - 1));
        double outside = 2 * ends * Math.min(1, sides.error() * sides.error());
        upper = Math.sqrt(upper * upper + outside);
        return Double.isFinite(upper)
                ? DriftScore.of(MetricValue.between(value, Math.min(lower, value), Math.max(upper, value)))
                : DriftScore.unknown(TOO_LARGE);
    }

    /** The distance if every gap were so much larger. */
    private static double distance(PooledValues pooled, double more) {
        double sum = 0;
        for (int place = 0; place + 1 < pooled.size(); place++) {
            double gap = Math.max(0, Math.min(1, Math.abs(pooled.gap(place)) + more));
            sum += gap * gap * (pooled.value(place + 1) - pooled.value(place));
        }
        return Math.sqrt(2 * sum);
    }
}
