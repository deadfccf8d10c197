package io.lakewarden.drift;

import io.lakewarden.result.MetricValue;

/** Differences of two shares and their test. */
final class Proportions {
    private Proportions() {}

    /**
     * Current share minus reference share with the p-value of the two-sided two-sample test (χ² with one degree, which
     * is z²; simulated where an expected count is below 5).
     */
    static DriftScore difference(long reference, long referenceTotal, long current, long currentTotal) {
        if (referenceTotal == 0 || currentTotal == 0) {
            return DriftScore.unknown(
                    referenceTotal == 0 ? "the reference has no values" : "the current data has no values");
        }
        double was = (double) reference / referenceTotal;
        double is = (double) current / currentTotal;
        double pValue = ContingencyTable.ofProportions(reference, referenceTotal, current, currentTotal)
                .pValue();
        return DriftScore.exactly(is - was)
                .with("reference", MetricValue.exactly(was))
                .with("current", MetricValue.exactly(is))
                .with(DriftScore.P_VALUE, MetricValue.exactly(pValue));
    }
}
