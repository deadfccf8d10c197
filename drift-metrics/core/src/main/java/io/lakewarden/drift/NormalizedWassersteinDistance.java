package io.lakewarden.drift;

import io.lakewarden.profile.ColumnKind;
import io.lakewarden.profile.ColumnProfile;
import io.lakewarden.profile.NumericProfile;
import io.lakewarden.result.MetricValue;
import io.lakewarden.result.MetricValue.Known;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * {@link WassersteinDistance} divided by the population standard deviation of the reference: how many standard
 * deviations a value has to travel on average. Range [0, ∞); unknown where the reference is constant.
 */
public final class NormalizedWassersteinDistance implements DriftStatistic {
    static final String NAME = "wasserstein_normalized";

    private final WassersteinDistance distance = new WassersteinDistance();

    /** The only form. */
    public NormalizedWassersteinDistance() {}

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<ColumnKind> kinds() {
        return distance.kinds();
    }

    @Override
    public DriftScore compare(ColumnProfile reference, ColumnProfile current) {
        DriftScore raw = distance.compare(reference, current);
        if (!(raw.value() instanceof Known known)) {
            return raw;
        }
        OptionalDouble scale = scale(reference);
        if (scale.isEmpty()) {
            return DriftScore.unknown("the reference is constant, so there is no deviation to measure in");
        }
        double unit = scale.getAsDouble();
        double upper = known.upper() / unit;
        return Double.isFinite(upper)
                ? DriftScore.of(MetricValue.between(known.value() / unit, known.lower() / unit, upper))
                : DriftScore.unknown(NumberStatistic.TOO_LARGE);
    }

    /** The reference's standard deviation, where it is not 0. */
    static OptionalDouble scale(ColumnProfile reference) {
        OptionalDouble deviation =
                ((NumericProfile) reference).populationStandardDeviation().number();
        return deviation.isPresent() && deviation.getAsDouble() > 0 ? deviation : OptionalDouble.empty();
    }
}
