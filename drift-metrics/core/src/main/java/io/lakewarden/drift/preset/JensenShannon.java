package io.lakewarden.drift.preset;

import java.util.Arrays;

/** The Jensen–Shannon divergence of two lists of counts or shares, each of which is taken as parts of its sum. */
final class JensenShannon {
    private JensenShannon() {}

    /** In nats, from 0 to ln 2. */
    static double divergence(double[] first, double[] second) {
        double total = Arrays.stream(first).sum();
        double other = Arrays.stream(second).sum();
        double sum = 0;
        for (int i = 0; i < first.length; i++) {
            double p = first[i] / total;
            double q = second[i] / other;
            double middle = (p + q) / 2;
            sum += part(p, middle) + part(q, middle);
        }
        return Math.max(0, sum / 2);
    }

    /** In bits, from 0 to 1. */
    static double bits(double[] first, double[] second) {
        return Math.min(1, divergence(first, second) / Math.log(2));
    }

    /**
     * How far a distance, the root of the bits, is off at most where the shares of one side are off by so much in total
     * variation. The distance is a metric and its square is no more than the total variation.
     */
    static double error(double totalVariation) {
        return Math.sqrt(Math.min(1, totalVariation));
    }

    private static double part(double share, double middle) {
        return share > 0 ? share * Math.log(share / middle) : 0;
    }
}
