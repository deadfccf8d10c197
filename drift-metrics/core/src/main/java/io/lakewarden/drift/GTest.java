package io.lakewarden.drift;

import io.lakewarden.result.MetricValue;

/**
 * The likelihood-ratio statistic G = 2 Σ observed · ln(observed / expected) of the two-sample table of present values, by
 * pooled shares. Range [0, ∞), symmetric, 0 for equal shares; about B − 1 without drift, and grows with the rows wherever
 * there is drift. Details: {@code p_value} by the χ² law, unknown where an expected count is below 5 ({@link ChiSquaredTest} simulates there),
 * {@code degrees_of_freedom}. Source: R. Sokal and F. Rohlf, "Biometry", 1981.
 */
public final class GTest extends BinStatistic {
    /** The two-sample form. */
    public GTest() {
        super("g_test");
    }

    @Override
    BinTable scope(BinTable table) {
        return table.withoutNulls();
    }

    @Override
    DriftScore measure(BinTable table) {
        ContingencyTable counts = ContingencyTable.of(table);
        double statistic = counts.likelihoodRatio();
        int degrees = counts.degreesOfFreedom();
        MetricValue pValue;
        if (degrees == 0) {
            pValue = MetricValue.exactly(1);
        } else if (counts.isSparse()) {
            pValue = MetricValue.unknown("an expected count is below 5, where the law of G is not known");
        } else {
            pValue = MetricValue.exactly(PValues.upperChiSquared(statistic, degrees));
        }
        return DriftScore.exactly(statistic)
                .with(DriftScore.P_VALUE, pValue)
                .with("degrees_of_freedom", MetricValue.exactly(degrees));
    }
}
