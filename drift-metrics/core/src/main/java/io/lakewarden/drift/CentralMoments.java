package io.lakewarden.drift;

import io.lakewarden.profile.NumericProfile;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What tests by moments up to the fourth need of one side's finite values: exact from any profile, up to rounding.
 *
 * @param count how many there are
 * @param mean Σx / n
 * @param deviation √(Σ(x − mean)² / n)
 * @param skewness m₃ / m₂^1.5; 0 where nothing varies
 * @param kurtosis m₄ / m₂², which is 3 for a normal law; 0 where nothing varies
 */
record CentralMoments(double count, double mean, double deviation, double skewness, double kurtosis) {
    /** None where a moment is not known or does not fit a double. */
    static Optional<CentralMoments> of(NumericProfile profile) {
        OptionalDouble mean = profile.mean().number();
        OptionalDouble deviation = profile.populationStandardDeviation().number();
        OptionalDouble skewness = profile.skewness().number();
        OptionalDouble kurtosis = profile.kurtosis().number();
        if (mean.isEmpty() || deviation.isEmpty()) {
            return Optional.empty();
        }
        double count = profile.finite();
        if (deviation.getAsDouble() == 0) {
            return Optional.of(new CentralMoments(count, mean.getAsDouble(), 0, 0, 0));
        }
        return skewness.isEmpty() || kurtosis.isEmpty()
                ? Optional.empty()
                : Optional.of(new CentralMoments(
                        count,
                        mean.getAsDouble(),
                        deviation.getAsDouble(),
                        skewness.getAsDouble(),
                        kurtosis.getAsDouble() + 3));
    }

    /**
     * The moments of both sides around their own means, as of one side with the mean 0; none where nothing varies. In units of the
     * larger deviation, so that nothing overflows on the way.
     */
    Optional<CentralMoments> pooled(CentralMoments other) {
        double unit = Math.max(deviation, other.deviation);
        if (unit == 0) {
            return Optional.empty();
        }
        double all = count + other.count;
        double first = deviation / unit;
        double second = other.deviation / unit;
        double square = (count * first * first + other.count * second * second) / all;
        double cube =
                (count * skewness * Math.pow(first, 3) + other.count * other.skewness * Math.pow(second, 3)) / all;
        double fourth =
                (count * kurtosis * Math.pow(first, 4) + other.count * other.kurtosis * Math.pow(second, 4)) / all;
        return Optional.of(new CentralMoments(
                all, 0, unit * Math.sqrt(square), cube / Math.pow(square, 1.5), fourth / (square * square)));
    }
}
