package io.lakewarden.drift;

import io.lakewarden.result.MetricValue;
import io.lakewarden.result.MetricValue.Known;

/**
 * The two-sample Cramér–von Mises distance ω² = ∫ (F − G)² dH, H the distribution of both sides together; at a value the
 * mean of (F − G)² just before and after it, so that a mirrored column has the same distance. Range [0, ½], symmetric, 0
 * for equal distributions; does not grow with the rows, and is about (1/N + 1/M) / 6 without drift.
 *
 * <p>Details: {@code statistic} T = ω² · N·M / (N + M), which without ties is the statistic of T. Anderson, "On the
 * distribution of the two-sample Cramér–von Mises criterion" (1962); {@code p_value}, by {@link CramerVonMisesLaw}. With
 * ties the p-value is that of ∫ (F̃ − G̃)² dH with F̃ and G̃ up to the middle of each tied group: in the limit that is a
 * weighted sum of squares of the Brownian bridge's values, to which the bridge within the groups only adds independent
 * symmetric noise, so that by Anderson's inequality the law without ties makes it conservative.
 *
 * <p>Exact where both distributions are kept exactly. From sketches, with D̂ their F − G, ε = ε₁ + ε₂ and η = (N·ε₁ + M·ε₂) /
 * (N + M) the rank error of H: ω² is off by at most ε · (2 max |D̂| + ε), by which no (F − G)² differs more, plus η times
 * the total variation of D̂², for the integral over H instead of Ĥ. The p-value is unknown once the p-values at both ends
 * differ by more than a factor of 2.
 */
public final class CramerVonMisesTest extends ValueStatistic {
    private static final double LARGEST = 0.5;

    /** The two-sample form. */
    public CramerVonMisesTest() {
        super("cramer_von_mises_test");
    }

    @Override
    DriftScore fromValues(PooledValues pooled) {
        double distance = distance(pooled);
        double scale = scale(pooled);
        double pValue;
        if (pooled.isConstant()) {
            pValue = 1;
        } else if (pooled.hasTies()) {
            pValue = CramerVonMisesLaw.asymptotic(distanceOfMiddles(pooled) * scale, pooled);
        } else {
            pValue = CramerVonMisesLaw.pValue(distance * scale, pooled);
        }
        return score(MetricValue.exactly(distance), scale).with(DriftScore.P_VALUE, MetricValue.exactly(pValue));
    }

    @Override
    DriftScore fromSketches(PooledValues pooled, ValueSides sides) {
        double distance = Math.min(LARGEST, distance(pooled));
        double largest = 0;
        double variation = 0;
        double before = 0;
        for (int place = 0; place < pooled.size(); place++) {
            double gap = pooled.gap(place);
            largest = Math.max(largest, Math.abs(gap));
            variation += Math.abs(gap * gap - before);
            before = gap * gap;
        }
        double rankError = (pooled.firstTotal() * sides.firstError() + pooled.secondTotal() * sides.secondError())
                / pooled.total();
        double error = sides.error() * (2 * largest + sides.error()) + rankError * variation;
        double lower = Math.max(0, distance - error);
        double upper = Math.min(LARGEST, distance + error);
        double scale = scale(pooled);
        return score(MetricValue.between(distance, lower, upper), scale)
                .with(
                        DriftScore.P_VALUE,
                        PValues.between(
                                CramerVonMisesLaw.asymptotic(distance * scale, pooled),
                                CramerVonMisesLaw.asymptotic(upper * scale, pooled),
                                CramerVonMisesLaw.asymptotic(lower * scale, pooled)));
    }

    private static DriftScore score(Known distance, double scale) {
        return DriftScore.of(distance)
                .with(
                        "statistic",
                        MetricValue.between(
                                distance.value() * scale, distance.lower() * scale, distance.upper() * scale));
    }

    private static double scale(PooledValues pooled) {
        return pooled.firstTotal() / pooled.total() * pooled.secondTotal();
    }

    private static double distance(PooledValues pooled) {
        double sum = 0;
        double before = 0;
        for (int place = 0; place < pooled.size(); place++) {
            double square = pooled.gap(place) * pooled.gap(place);
            sum += pooled.both(place) * (before + square) / 2;
            before = square;
        }
        return sum / pooled.total();
    }

    private static double distanceOfMiddles(PooledValues pooled) {
        double sum = 0;
        double before = 0;
        for (int place = 0; place < pooled.size(); place++) {
            double middle = (before + pooled.gap(place)) / 2;
            sum += pooled.both(place) * middle * middle;
            before = pooled.gap(place);
        }
        return sum / pooled.total();
    }
}
