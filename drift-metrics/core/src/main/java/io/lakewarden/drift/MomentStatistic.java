package io.lakewarden.drift;

import io.lakewarden.profile.ColumnKind;
import io.lakewarden.profile.ColumnProfile;
import io.lakewarden.profile.NumericProfile;
import io.lakewarden.result.MetricValue;
import java.util.Optional;
import java.util.Set;

/** A statistic over the counts, means and variances of the finite values and nothing else: exact from any profile. */
abstract class MomentStatistic implements DriftStatistic {
    static final String DEGREES_OF_FREEDOM = "degrees_of_freedom";

    /** Why there is no error to hold a difference against. */
    static final String NOTHING_VARIES = "neither side varies, so there is no deviation to measure in";

    private final String name;

    MomentStatistic(String name) {
        this.name = name;
    }

    @Override
    public final String name() {
        return name;
    }

    @Override
    public final Set<ColumnKind> kinds() {
        return Set.of(ColumnKind.NUMERIC);
    }

    @Override
    public final DriftScore compare(ColumnProfile reference, ColumnProfile current) {
        NumericProfile was = (NumericProfile) reference;
        NumericProfile is = (NumericProfile) current;
        Optional<String> missing = Comparability.whyWithoutNumbers(was, is);
        if (missing.isPresent()) {
            return DriftScore.unknown(missing.get());
        }
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
            return DriftScore.unknown(Double.isNaN(t) ? NOTHING_VARIES : "the numbers are too large to compare");
        }
        return DriftScore.exactly(t)
                .with(DriftScore.P_VALUE, MetricValue.exactly(PValues.twoSidedStudent(t, degrees)))
                .with(DEGREES_OF_FREEDOM, MetricValue.exactly(degrees));
    }
}
