package io.lakewarden.drift;

import java.util.Comparator;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * How the tests of one run are held together. A test that is wrong once in a thousand times is wrong once in every run
 * of a thousand columns; a family of tests is held to the share of its alarms that are false.
 *
 * @param correction how p-values are adjusted to the size of the family
 * @param rate the largest expected share of false alarms among the alarms of a family, above 0 and up to 1
 */
public record FalseDiscovery(Correction correction, double rate) {
    /** Benjamini and Hochberg's procedure, at most one false alarm among a hundred. */
    public static final FalseDiscovery DEFAULT = new FalseDiscovery(Correction.BENJAMINI_HOCHBERG, 0.01);

    public FalseDiscovery {
        Objects.requireNonNull(correction, "correction");
        if (!(rate > 0 && rate <= 1)) {
            throw new IllegalArgumentException("a false discovery rate lies above 0 and up to 1, but got " + rate);
        }
    }

    /** How p-values are adjusted. */
    public enum Correction {
        /** Not at all: each test stands for itself. */
        NONE,
        /**
         * For independent tests and those that depend positively on each other (Benjamini and Hochberg 1995; Benjamini
         * and Yekutieli 2001).
         */
        BENJAMINI_HOCHBERG,
        /** For any dependence, at the price of power: the factor Σ 1/k on top (Benjamini and Yekutieli 2001). */
        BENJAMINI_YEKUTIELI
    }

    /**
     * Adjusted p-values, in the order of the given ones: the smallest rate at which the procedure would reject that
     * test, q₍ᵢ₎ = min over j ≥ i of c · m / j · p₍ⱼ₎, at most 1, with c = 1 for Benjamini–Hochberg and Σₖ 1/k (k up to m)
     * for Benjamini–Yekutieli. Without a correction the p-values themselves; none for an empty family.
     *
     * @throws IllegalArgumentException if a p-value lies outside of [0, 1]
     */
    public double[] adjusted(double... pValues) {
        for (double pValue : pValues) {
            if (!(pValue >= 0 && pValue <= 1)) {
                throw new IllegalArgumentException("a p-value lies between 0 and 1, but got " + pValue);
            }
        }
        if (correction == Correction.NONE) {
            return pValues.clone();
        }
        int[] fromLargest = IntStream.range(0, pValues.length)
                .boxed()
                .sorted(Comparator.<Integer>comparingDouble(test -> pValues[test])
                        .reversed())
                .mapToInt(Integer::intValue)
                .toArray();
        double[] adjusted = new double[pValues.length];
        double penalty = penalty(pValues.length);
        double least = 1;
        int rank = pValues.length;
        for (int test : fromLargest) {
            least = Math.min(least, penalty / rank * pValues[test]);
            adjusted[test] = least;
            rank--;
        }
        return adjusted;
    }

    /** Whether a test of that adjusted p-value is a discovery. */
    public boolean allows(double adjusted) {
        return correction == Correction.NONE || adjusted <= rate;
    }

    /** The p-value that each of so many equally small ones must reach in a family of that size. */
    double needed(int equallySmall, int family) {
        return correction == Correction.NONE ? 1 : rate * equallySmall / penalty(family);
    }

    private double penalty(int family) {
        return correction == Correction.BENJAMINI_HOCHBERG
                ? family
                : family
                        * IntStream.rangeClosed(1, family)
                                .mapToDouble(k -> 1.0 / k)
                                .sum();
    }
}
