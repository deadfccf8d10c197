package io.lakewarden.drift;

import io.lakewarden.profile.NumericProfile;
import io.lakewarden.result.MetricValue;
import java.util.Optional;

/**
 * ln(s₂² / s₁²), the logarithm of the variance now over the variance then. Range (−∞, ∞), changes sign with the sides, 0
 * for equal spread; exact from any profile, unknown where a side does not vary. Without drift about √(2(1/N + 1/M)) for
 * normal values, more for heavy tails.
 *
 * <p>Details: {@code ratio} = s₂² / s₁², which is F; {@code f_p_value}, two-sided by the F law, which holds for normal
 * values only; {@code p_value} and {@code brown_forsythe} of the test of M. Brown and A. Forsythe, "Robust tests for the
 * equality of variances" (1974), which asks for no such law but needs the values, so that both are unknown from sketches.
 */
public final class VarianceRatio extends NumberStatistic {
    /** The only form. */
    public VarianceRatio() {
        super("variance_ratio");
    }

    @Override
    DriftScore measure(NumericProfile was, NumericProfile is) {
        SampleMoments first = SampleMoments.of(was).orElse(null);
        SampleMoments second = SampleMoments.of(is).orElse(null);
        if (first == null || second == null || first.variance() == 0 || second.variance() == 0) {
            return DriftScore.unknown("a side does not vary, or more than a double can tell");
        }
        double ratio = second.variance() / first.variance();
        double upper = PValues.upperF(ratio, second.count() - 1, first.count() - 1);
        double lower = PValues.upperF(1 / ratio, first.count() - 1, second.count() - 1);
        DriftScore score = DriftScore.exactly(Math.log(second.variance()) - Math.log(first.variance()))
                .with("ratio", MetricValue.finiteOr(ratio, TOO_LARGE))
                .with("f_p_value", MetricValue.exactly(Math.min(1, 2 * Math.min(upper, lower))));
        Optional<WeightedValues> before = WeightedValues.exactly(was);
        Optional<WeightedValues> now = WeightedValues.exactly(is);
        if (before.isEmpty() || now.isEmpty()) {
            return score.with(DriftScore.P_VALUE, MetricValue.unknown(ValueStatistic.NEEDS_VALUES));
        }
        BrownForsytheTest test = BrownForsytheTest.of(before.get(), now.get());
        return score.with(DriftScore.P_VALUE, test.pValue()).with("brown_forsythe", test.statistic());
    }
}
