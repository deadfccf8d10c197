package io.lakewarden.drift;

import io.lakewarden.profile.NumericProfile;
import io.lakewarden.result.MetricValue;
import java.util.Optional;

/** A statistic over the counts, means and variances of the finite values and nothing else: exact from any profile. */
abstract class MomentStatistic extends NumberStatistic {
    static final String DEGREES_OF_FREEDOM = "degrees_of_freedom";

    /** Why there is no error to hold a difference against. */
    static final String NOTHING_VARIES = "neither side varies, so there is no deviation to measure in";

    MomentStatistic(String name) {
        super(name);
    }

    @Override
    final DriftScore measure(NumericProfile was, NumericProfile is) {
        Optional<SampleMoments> first = SampleMoments.of(was);
        Optional<SampleMoments> second = SampleMoments.of(is);
        if (first.isEmpty() || second.isEmpty()) {
            return DriftScore.unknown(
                    was.finite() < 2 || is.finite() < 2
                            ? "one value has no sample deviation"
                            : "the numbers are too large or too close together to compare");
        }
        return measure(first.get(), second.get());
    }

    /** The score of two sides with at least two values each. */
    abstract DriftScore measure(SampleMoments reference, SampleMoments current);

    /** A t statistic as a score, with its test. */
    static DriftScore studentised(double t, double degrees) {
        if (!Double.isFinite(t)) {
            return DriftScore.unknown(Double.isNaN(t) ? NOTHING_VARIES : TOO_LARGE);
        }
        return DriftScore.exactly(t)
                .with(DriftScore.P_VALUE, MetricValue.exactly(PValues.twoSidedStudent(t, degrees)))
                .with(DEGREES_OF_FREEDOM, MetricValue.exactly(degrees));
    }
}
