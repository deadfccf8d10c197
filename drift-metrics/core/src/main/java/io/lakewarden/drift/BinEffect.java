package io.lakewarden.drift;

import io.lakewarden.profile.ColumnProfile;
import io.lakewarden.result.MetricValue.Known;
import java.util.Optional;
import java.util.OptionalDouble;

/** An effect size that counts-only profiles have too, so that blocks and windows are measured alike. */
@FunctionalInterface
interface BinEffect {
    /** The effect, or none where it is not known. */
    Optional<Double> between(ColumnProfile from, ColumnProfile to);

    /** The effect that stands for a statistic; for the normalised Wasserstein distance, its bound over the bins. */
    static BinEffect of(String statistic, ColumnProfile whole) {
        if (statistic.equals(NormalizedWassersteinDistance.NAME)) {
            OptionalDouble unit = NormalizedWassersteinDistance.scale(whole);
            return (from, to) -> unit.isEmpty()
                    ? Optional.empty()
                    : WassersteinDistance.bounds(from, to)
                            .map(bounds -> bounds.lower() / unit.getAsDouble())
                            .filter(Double::isFinite);
        }
        DriftStatistic named = DriftStatistics.named(statistic).orElseThrow();
        return (from, to) ->
                named.compare(from, to).value() instanceof Known known ? Optional.of(known.lower()) : Optional.empty();
    }
}
