package io.lakewarden.drift;

import java.util.OptionalDouble;

/** Tests that both sides are of one law, whatever that law is, by their moments. */
final class MomentTests {
    /** Below this skewness of the difference a gamma law is the normal one. */
    private static final double SYMMETRIC = 0.01;

    /** How much of the error goes at least to the short side of a skewed law. */
    private static final double LEAST_SHORT_SIDE = 0.1;

    private MomentTests() {}

    /**
     * P-value of equal means: Student's t over the deviation of both sides, by his law; and by a gamma law that has the
     * skewness γ of the difference of means, that of the values times (1/M² − 1/N²) / (1/N + 1/M)^1.5, where that is more likely to go so
     * far. The tail on the long side of that law is divided by 1 − s and the other one by s = 1/(2 + 40 |γ|), no less than a tenth: where
     * values are symmetric both are doubled, as usual, and where a few large ones make the mean it is watched by where they are. For any
     * s p ≤ α comes with a probability of at most α, as far as the larger one of both laws holds. None where nothing varies.
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
        double tail = PValues.twoSidedStudent(t, degrees) / 2;
        double shortSide = Math.max(LEAST_SHORT_SIDE, 1 / (2 + 40 * Math.abs(skewness)));
        return OptionalDouble.of(Math.min(
                1,
                t * skewness > 0
                        ? Math.max(tail, longTail(Math.abs(t), Math.abs(skewness))) / (1 - shortSide)
                        : tail / shortSide));
    }

    /** P(X ≥ t) of the gamma law with mean 0, variance 1 and that skewness; 0 for hardly any, where Student's law is larger. */
    private static double longTail(double t, double skewness) {
        if (skewness < SYMMETRIC) {
            return 0;
        }
        double shape = 4 / (skewness * skewness);
        return PValues.upperChiSquared(2 * (shape + t * Math.sqrt(shape)), 2 * shape);
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
