package io.lakewarden.drift;

import io.lakewarden.profile.ColumnKind;
import io.lakewarden.profile.ColumnProfile;
import io.lakewarden.profile.NumericProfile;
import io.lakewarden.result.MetricValue.Known;
import io.lakewarden.result.MetricValue.Unknown;
import java.util.Optional;
import java.util.Set;

/**
 * Mean now − mean then, in the column's unit. Range (−∞, ∞), changes sign with the sides; exact from any profile.
 * Details: {@code reference} and {@code current} means, and those of {@link WelchTest} where both sides have two values.
 */
public final class MeanShift implements DriftStatistic {
    private final WelchTest test = new WelchTest();

    /** The only form. */
    public MeanShift() {}

    @Override
    public String name() {
        return "mean_shift";
    }

    @Override
    public Set<ColumnKind> kinds() {
        return Set.of(ColumnKind.NUMERIC);
    }

    @Override
    public DriftScore compare(ColumnProfile reference, ColumnProfile current) {
        NumericProfile was = (NumericProfile) reference;
        NumericProfile is = (NumericProfile) current;
        Optional<String> missing = Comparability.whyWithoutNumbers(was, is);
        if (missing.isPresent()) {
            return DriftScore.unknown(missing.get());
        }
        if (!(was.mean() instanceof Known before)) {
            return DriftScore.unknown(((Unknown) was.mean()).reason());
        }
        if (!(is.mean() instanceof Known now)) {
            return DriftScore.unknown(((Unknown) is.mean()).reason());
        }
        DriftScore score = DriftScore.exactly(now.value() - before.value());
        return new DriftScore(score.value(), test.compare(reference, current).details())
                .with("reference", before)
                .with("current", now);
    }
}
