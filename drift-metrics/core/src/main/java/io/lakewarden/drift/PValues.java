package io.lakewarden.drift;

import io.lakewarden.result.MetricValue;
import org.apache.commons.math3.distribution.FDistribution;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.special.Gamma;

/** Tails of the laws behind the tests, and when the p-value of an approximate statistic is known. */
final class PValues {
    /** The p-values at both ends of a statistic's interval differ by no more than this factor. */
    private static final double LARGEST_RATIO = 2;

    private static final NormalDistribution NORMAL = new NormalDistribution(null, 0, 1);

    private PValues() {}

    /** P(|Z| ≥ |z|) of the standard normal law. */
    static double twoSidedNormal(double z) {
        return Math.min(1, 2 * NORMAL.cumulativeProbability(-Math.abs(z)));
    }

    /** P(|T| ≥ |t|) of Student's law. */
    static double twoSidedStudent(double t, double degrees) {
        return Math.min(1, 2 * new TDistribution(null, degrees).cumulativeProbability(-Math.abs(t)));
    }

    /** P(F ≥ ratio) of the F law; by its reciprocal, so that small probabilities keep their digits. */
    static double upperF(double ratio, double degrees, double otherDegrees) {
        return ratio <= 0 ? 1 : new FDistribution(null, otherDegrees, degrees).cumulativeProbability(1 / ratio);
    }

    /** P(X ≥ x) of the χ² law. */
    static double upperChiSquared(double x, double degrees) {
        return Gamma.regularizedGammaQ(degrees / 2, x / 2);
    }

    /** The p-value of a statistic that is an interval, from the p-values at its ends. */
    static MetricValue between(double value, double smallest, double largest) {
        return largest <= LARGEST_RATIO * smallest
                ? MetricValue.between(value, smallest, largest)
                : MetricValue.unknown("the sketch's error is larger than a p-value allows");
    }
}
