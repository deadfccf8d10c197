package io.lakewarden.drift;

import io.lakewarden.result.MetricValue;

/**
 * The logarithm of the odds ratio, ln((a + ½)(d + ½) / ((b + ½)(c + ½))), of one of two categories (true, or the most
 * frequent one of the reference) now against then, and Fisher's exact test of it. Half a row is added to every count
 * (Haldane, 1956), so that it is finite. Range (−∞, ∞), changes sign with the sides, 0 for equal counts; does not grow with
 * the rows. Exact from any profile; unknown where there are more than two categories ({@link ChiSquaredTest} simulates
 * there). Details: {@code odds_ratio} of the counts as they are, unknown where it is infinite; {@code p_value}, two-sided,
 * by {@link FisherLaw}.
 */
public final class FisherExactTest extends TwoCategoryStatistic {
    /** The two-sided form. */
    public FisherExactTest() {
        super("fisher_exact_test");
    }

    @Override
    DriftScore measure(TwoShares shares) {
        double a = shares.current();
        double b = shares.currentTotal() - a;
        double c = shares.reference();
        double d = shares.referenceTotal() - c;
        return DriftScore.exactly(Math.log((a + 0.5) / (b + 0.5)) - Math.log((c + 0.5) / (d + 0.5)))
                .with("odds_ratio", MetricValue.finiteOr(a * d / (b * c), "a count is 0"))
                .with(DriftScore.P_VALUE, FisherLaw.pValue(shares));
    }
}
