package io.lakewarden.drift;

/** The distribution of the statistic of Mann and Whitney without drift. */
final class MannWhitneyLaw {
    /** Up to this product of the sample sizes all orders are counted. */
    private static final long COUNTED_PAIRS = 2_500;

    private MannWhitneyLaw() {}

    static boolean isCounted(long n, long m) {
        return n <= COUNTED_PAIRS && m <= COUNTED_PAIRS && n * m <= COUNTED_PAIRS;
    }

    /**
     * Twice the probability of a U as far from N·M/2 or farther on one side, at most 1. The orders with each U are the
     * coefficients of the Gaussian polynomial ∏ (1 − qᵐ⁺ⁱ) / (1 − qⁱ), multiplied out from the end with few orders.
     */
    static double exact(double correlation, int n, int m) {
        int pairs = n * m;
        int smaller = Math.min(n, m);
        int larger = Math.max(n, m);
        // the law is symmetric: the smaller one of U and N·M − U says as much
        int extreme = (int) Math.round(pairs * (1 - Math.abs(correlation)) / 2);
        double[] orders = new double[extreme + 1];
        orders[0] = 1;
        double all = 1;
        for (int i = 1; i <= smaller; i++) {
            for (int u = extreme; u >= larger + i; u--) {
                orders[u] -= orders[u - larger - i];
            }
            for (int u = i; u <= extreme; u++) {
                orders[u] += orders[u - i];
            }
            all = all * (larger + i) / i;
        }
        double sum = 0;
        for (double count : orders) {
            sum += count;
        }
        return Math.min(1, 2 * sum / all);
    }

    /**
     * The normal law at (|U − N·M/2| − ½) / s with s² = N·M / 12 · (N + M + 1 − Σ (t³ − t) / ((N + M)(N + M − 1))), t the
     * sizes of the tied groups.
     *
     * @param ties Σ (t³ − t) / (R³ − R) of all R values, between 0 without ties and 1 where all are tied
     */
    static double normal(double correlation, double n, double m, double ties) {
        double variance = n * m / 12 * (n + m + 1) * (1 - ties);
        double distance = Math.abs(correlation) * n * m / 2 - 0.5;
        return variance <= 0 || distance <= 0 ? 1 : PValues.twoSidedNormal(distance / Math.sqrt(variance));
    }
}
