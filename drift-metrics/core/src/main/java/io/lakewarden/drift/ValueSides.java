package io.lakewarden.drift;

import io.lakewarden.profile.Ecdf;
import io.lakewarden.profile.NumericProfile;
import io.lakewarden.result.MetricValue;
import java.util.Optional;

/**
 * The finite values of both sides, laid side by side once for all statistics that walk over them.
 *
 * @param missing why there are none; then there is nothing else to read
 * @param pooled the values, or the steps of the sketches' distribution functions
 * @param firstError ε₁, the rank error of the reference at 99 % confidence; 0 where exact
 * @param secondError ε₂, that of the current data
 * @param least the least value of both sides, exactly
 * @param greatest the greatest value of both sides, exactly
 */
record ValueSides(
        Optional<String> missing,
        PooledValues pooled,
        double firstError,
        double secondError,
        double least,
        double greatest) {
    private static final PooledValues NONE = PooledValues.of(WeightedValues.of(), WeightedValues.of());

    static ValueSides of(NumericProfile reference, NumericProfile current) {
        Optional<String> missing = Comparability.whyWithoutNumbers(reference.finite(), current.finite());
        if (missing.isPresent()) {
            return missing(missing.get());
        }
        Ecdf first = reference.ecdf();
        Ecdf second = current.ecdf();
        if (first.count() != reference.finite() || second.count() != current.finite()) {
            return missing(NumberStatistic.NOT_KEPT);
        }
        return new ValueSides(
                Optional.empty(),
                PooledValues.of(WeightedValues.of(first), WeightedValues.of(second)),
                first.rankError(),
                second.rankError(),
                Math.min(number(reference.minimum()), number(current.minimum())),
                Math.max(number(reference.maximum()), number(current.maximum())));
    }

    /** All values are known. */
    static ValueSides exactly(WeightedValues reference, WeightedValues current) {
        Optional<String> missing = Comparability.whyWithoutNumbers(reference.total(), current.total());
        if (missing.isPresent()) {
            return missing(missing.get());
        }
        PooledValues pooled = PooledValues.of(reference, current);
        return new ValueSides(Optional.empty(), pooled, 0, 0, pooled.value(0), pooled.value(pooled.size() - 1));
    }

    private static ValueSides missing(String reason) {
        return new ValueSides(Optional.of(reason), NONE, 0, 0, 0, 0);
    }

    private static double number(MetricValue value) {
        return value.number().orElseThrow();
    }

    /** ε₁ + ε₂, which bounds the error of F − G at every point at once; 0 where both are exact. */
    double error() {
        return firstError + secondError;
    }
}
