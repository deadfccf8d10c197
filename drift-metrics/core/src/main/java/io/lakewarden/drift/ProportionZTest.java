package io.lakewarden.drift;

import io.lakewarden.result.MetricValue;

/**
 * z = (q − p) / √(s (1 − s) (1/N + 1/M)) for the share of one of two categories (true, or the most frequent one of the
 * reference), s the share of both sides together. Range (−∞, ∞), changes sign with the sides, 0 for equal shares, normal
 * without drift; grows like √N wherever there is drift, so judge {@code l_infinity_distance} or the p-value. Exact from any
 * profile; unknown where there are more than two categories. Details: the shares {@code reference} and {@code current};
 * {@code p_value}, two-sided, by the normal law, and by {@link FisherLaw} where an expected count is below 5.
 */
public final class ProportionZTest extends TwoCategoryStatistic {
    /** The two-sided form with the pooled share. */
    public ProportionZTest() {
        super("proportion_z_test");
    }

    @Override
    DriftScore measure(TwoShares shares) {
        double pooled = shares.pooledShare();
        double variance = pooled * (1 - pooled) * (1.0 / shares.referenceTotal() + 1.0 / shares.currentTotal());
        double z = variance == 0 ? 0 : (shares.currentShare() - shares.referenceShare()) / Math.sqrt(variance);
        return DriftScore.exactly(z)
                .with("reference", MetricValue.exactly(shares.referenceShare()))
                .with("current", MetricValue.exactly(shares.currentShare()))
                .with(DriftScore.P_VALUE, pValue(shares, z));
    }

    private static MetricValue pValue(TwoShares shares, double z) {
        double least = Math.min(shares.pooledShare(), 1 - shares.pooledShare())
                * Math.min(shares.referenceTotal(), shares.currentTotal());
        return least < ContingencyTable.LEAST_EXPECTED
                ? FisherLaw.pValue(shares)
                : MetricValue.exactly(PValues.twoSidedNormal(z));
    }
}
