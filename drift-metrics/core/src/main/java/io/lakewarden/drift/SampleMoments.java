package io.lakewarden.drift;

import io.lakewarden.profile.NumericProfile;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What tests of means and variances need of one side's finite values: exact from any profile, up to rounding.
 *
 * @param count at least 2
 * @param mean Σx / n
 * @param variance Σ(x − mean)² / (n − 1)
 */
record SampleMoments(double count, double mean, double variance) {
    /** None where there are fewer than two values, or where a moment does not fit a double. */
    static Optional<SampleMoments> of(NumericProfile profile) {
        OptionalDouble mean = profile.mean().number();
        OptionalDouble deviation = profile.standardDeviation().number();
        if (mean.isEmpty() || deviation.isEmpty()) {
            return Optional.empty();
        }
        double variance = deviation.getAsDouble() * deviation.getAsDouble();
        boolean fits = Double.isFinite(variance) && (variance > 0 || deviation.getAsDouble() == 0);
        return fits
                ? Optional.of(new SampleMoments((double) profile.finite(), mean.getAsDouble(), variance))
                : Optional.empty();
    }

    /** The variance of the mean. */
    double varianceOfMean() {
        return variance / count;
    }

    /** The variance of both sides around their own means; 0 where neither side varies. */
    double pooledVariance(SampleMoments other) {
        return ((count - 1) * variance + (other.count - 1) * other.variance) / (count + other.count - 2);
    }
}
