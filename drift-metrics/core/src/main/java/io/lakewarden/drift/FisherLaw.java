package io.lakewarden.drift;

import io.lakewarden.result.MetricValue;
import org.apache.commons.math3.distribution.HypergeometricDistribution;

/**
 * The law of a count when the values of both sides are dealt to them at random: hypergeometric. The two-sided p-value is
 * the probability of all counts that are no likelier than the one observed (R. Fisher, 1934).
 */
final class FisherLaw {
    /** Counts as likely as the one observed but for rounding belong to the tail. */
    private static final double EQUAL = 1 + 1e-7;

    /** Terms that are a smaller part of their sum change nothing. */
    private static final double NEGLIGIBLE = 1e-18;

    private final long rows;
    private final long marked;
    private final long hand;

    private FisherLaw(long rows, long marked, long hand) {
        this.rows = rows;
        this.marked = marked;
        this.hand = hand;
    }

    static MetricValue pValue(TwoShares shares) {
        long rows = shares.referenceTotal() + shares.currentTotal();
        if (rows > Integer.MAX_VALUE) {
            return MetricValue.unknown("there are too many rows for the exact law");
        }
        FisherLaw law = new FisherLaw(rows, shares.reference() + shares.current(), shares.currentTotal());
        return MetricValue.exactly(law.twoSided(shares.current()));
    }

    private double twoSided(long observed) {
        long least = Math.max(0, hand - (rows - marked));
        long most = Math.min(hand, marked);
        if (least == most) {
            return 1;
        }
        long mode = (long) ((hand + 1.0) * (marked + 1.0) / (rows + 2.0));
        HypergeometricDistribution law = new HypergeometricDistribution(null, (int) rows, (int) marked, (int) hand);
        double threshold = law.probability((int) observed) * EQUAL;
        if (law.probability((int) mode) <= threshold) {
            return 1;
        }
        boolean above = observed > mode;
        // on the side of the mode where the count was not observed: the nearest one that is no likelier
        long near = above ? least - 1 : most + 1;
        long far = mode;
        while (Math.abs(far - near) > 1) {
            long middle = near + (far - near) / 2;
            if (law.probability((int) middle) <= threshold) {
                near = middle;
            } else {
                far = middle;
            }
        }
        double sum = tail(law, observed, above ? 1 : -1, least, most);
        if (near >= least && near <= most) {
            sum += tail(law, near, above ? -1 : 1, least, most);
        }
        return Math.min(1, sum);
    }

    /** The probability of a count and of all beyond it. */
    private double tail(HypergeometricDistribution law, long from, int step, long least, long most) {
        double term = law.probability((int) from);
        double sum = term;
        for (long k = from + step; k >= least && k <= most && term > NEGLIGIBLE * sum; k += step) {
            term *= step > 0 ? ratio(k) : 1 / ratio(k + 1);
            sum += term;
        }
        return sum;
    }

    /** P(k) / P(k − 1). */
    private double ratio(long k) {
        return (double) (marked - k + 1) * (hand - k + 1) / ((double) k * (rows - marked - hand + k));
    }
}
