package io.lakewarden.drift.multivariate;

/**
 * Cohen's q, the difference of two coefficients after Fisher's transform ("Statistical power analysis for the behavioral sciences", 1988). Coefficients
 * beyond ±0.9999 are cut.
 */
final class CohensQ {
    private static final double STRONGEST = 0.9999;

    private CohensQ() {}

    /** Of the change from one coefficient to another: above 0 where it has risen; NaN where one of them is. */
    static double of(double before, double now) {
        return fisher(now) - fisher(before);
    }

    private static double fisher(double coefficient) {
        double cut = Math.max(-STRONGEST, Math.min(STRONGEST, coefficient));
        return 0.5 * Math.log((1 + cut) / (1 - cut));
    }
}
