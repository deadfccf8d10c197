package io.lakewarden.drift;

import java.util.OptionalDouble;

/** Tests that both sides are of one law, whatever that law is, by their moments. */
final class MomentTests {
    /** Below this skewness of the difference a gamma law is the normal one. */
    private static final double SYMMETRIC = 0.01;

    private MomentTests() {}

    /**
     * Two-sided p-value of equal means: Student's t over the deviation of both sides, by his law; and by a gamma law that
     * has the skewness of the difference of means, γ (1/M² − 1/N²) / (1/N + 1/M)^1.5, where that is more likely to go so far.
     * None where nothing varies.
     */
    static OptionalDouble mean(CentralMoments reference, CentralMoments current) {
        CentralMoments pooled = reference.pooled(current).orElse(null);
        double degrees = reference.count() + current.count() - 2;
        if (pooled == null || degrees < 1) {
            return OptionalDouble.empty();
        }
        double one = 1 / reference.count();
        double other = 1 / current.count();
        double unit = pooled.deviation() * Math.sqrt(pooled.count() / degrees) * Math.sqrt(one + other);
        double t = (current.mean() - reference.mean()) / unit;
        if (!Double.isFinite(t)) {
            return OptionalDouble.empty();
        }
        double skewness = pooled.skewness() * (other * other - one * one) / Math.pow(one + other, 1.5);
        return OptionalDouble.of(
                Math.min(1, Math.max(PValues.twoSidedStudent(t, degrees), 2 * skewedTail(t, skewness))));
    }

    /** P(X ≥ t), for t below 0 P(X ≤ t), of the gamma law with mean 0, variance 1 and that skewness; 0 for hardly any. */
    private static double skewedTail(double t, double skewness) {
        boolean longSide = t * skewness > 0;
        if (!longSide || Math.abs(skewness) < SYMMETRIC) {
            // the short side of a gamma law lies below Student's
            return 0;
        }
        double shape = 4 / (skewness * skewness);
        return PValues.upperChiSquared(2 * (shape + Math.abs(t) * Math.sqrt(shape)), 2 * shape);
    }

    /**
     * Two-sided p-value of equal variances: ln(s₂² / s₁²) over √((κ₁ − 1)/N + (κ₂ − 1)/M) by the normal law, as M. Layard has it
     * ("Robust large-sample tests for homogeneity of variances", 1973) for a kurtosis of both sides together; here κ is the
     * larger one of that and the side's own, so that heavy tails, of which a few rows know too little, are no drift of
     * spread. None where a side does not vary.
     */
    static OptionalDouble spread(CentralMoments reference, CentralMoments current) {
        if (!(reference.deviation() > 0) || !(current.deviation() > 0)) {
            return OptionalDouble.empty();
        }
        double kurtosis = reference.pooled(current).orElseThrow().kurtosis();
        double variance = (Math.max(kurtosis, reference.kurtosis()) - 1) / reference.count()
                + (Math.max(kurtosis, current.kurtosis()) - 1) / current.count();
        double difference = Math.log(current.deviation() * Math.sqrt(current.count() / (current.count() - 1)))
                - Math.log(reference.deviation() * Math.sqrt(reference.count() / (reference.count() - 1)));
        double z = 2 * difference / Math.sqrt(variance);
        return Double.isFinite(z) ? OptionalDouble.of(PValues.twoSidedNormal(z)) : OptionalDouble.empty();
    }
}
