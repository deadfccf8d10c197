package io.lakewarden.drift;

import io.lakewarden.profile.BinCounts;
import org.apache.commons.math3.special.Gamma;

/**
 * The law of how many current values lie outside of the reference's range when all values come in random order: it needs no law of
 * the values themselves, and ties only make the event rarer.
 */
final class RangeLaw {
    private RangeLaw() {}

    /** P(at least so many outside). Both sides are counted in bins whose first and last hold what lies outside, and hold at least one value. */
    static double pValue(BinCounts reference, BinCounts current) {
        return atLeast(outside(current), (double) reference.total(), (double) current.total());
    }

    /**
     * The mean of that and P(more), since one value more or less is a large step of so rare an event (mid-p: H. Lancaster, "Significance
     * tests in discrete distributions", 1961): for a test that is one of several.
     */
    static double midPValue(BinCounts reference, BinCounts current) {
        double more = atLeast(outside(current) + 1, (double) reference.total(), (double) current.total());
        return (pValue(reference, current) + more) / 2;
    }

    private static double outside(BinCounts current) {
        return (double) current.count(0) + current.count(current.binning().size() - 1);
    }

    /**
     * Of N + M values in random order at least k current ones lie outside of the reference's range in as many orders as k
     * current ones lead all but the highest value of the reference: (C(M, k + 1) + N · C(M, k)) / C(N + M, k + 1).
     */
    private static double atLeast(double k, double n, double m) {
        if (k == 0 || k > m) {
            return k == 0 ? 1 : 0;
        }
        double logarithm = logChoose(m, k) - logChoose(n + m, k + 1) + Math.log(n + (m - k) / (k + 1));
        return Math.min(1, Math.exp(logarithm));
    }

    private static double logChoose(double n, double k) {
        return Gamma.logGamma(n + 1) - Gamma.logGamma(k + 1) - Gamma.logGamma(n - k + 1);
    }
}
