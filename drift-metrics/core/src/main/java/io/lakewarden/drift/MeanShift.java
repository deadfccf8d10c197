package io.lakewarden.drift;

import io.lakewarden.profile.NumericProfile;
import io.lakewarden.result.MetricValue.Known;
import io.lakewarden.result.MetricValue.Unknown;

/**
 * Mean now − mean then, in the column's unit. Range (−∞, ∞), changes sign with the sides; exact from any profile.
 * Details: {@code reference} and {@code current} means, and those of {@link WelchTest} where both sides have two values.
 */
public final class MeanShift extends NumberStatistic {
    private final WelchTest test = new WelchTest();

    /** The only form. */
    public MeanShift() {
        super("mean_shift");
    }

    @Override
    DriftScore measure(NumericProfile was, NumericProfile is) {
        if (!(was.mean() instanceof Known before)) {
            return DriftScore.unknown(((Unknown) was.mean()).reason());
        }
        if (!(is.mean() instanceof Known now)) {
            return DriftScore.unknown(((Unknown) is.mean()).reason());
        }
        DriftScore score = DriftScore.exactly(now.value() - before.value());
        return new DriftScore(score.value(), test.compare(was, is).details())
                .with("reference", before)
                .with("current", now);
    }
}
