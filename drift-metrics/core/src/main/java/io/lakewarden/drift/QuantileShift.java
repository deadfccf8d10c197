package io.lakewarden.drift;

import io.lakewarden.profile.NumericProfile;
import io.lakewarden.result.MetricValue;
import io.lakewarden.result.MetricValue.Known;
import io.lakewarden.result.MetricValue.Unknown;
import java.util.Map;
import java.util.TreeMap;

/**
 * The largest shift among the 5 % quantile, the median and the 95 % quantile, in interquartile ranges of the reference:
 * max |Q₂(q) − Q₁(q)| / (Q₁(¾) − Q₁(¼)). Range [0, ∞), not symmetric, 0 for equal quantiles; unknown where the middle
 * half of the reference is one value. Details: the signed shifts {@code quantile_05}, {@code median} and {@code
 * quantile_95}.
 *
 * <p>Exact where both distributions are kept exactly. From sketches each quantile lies between the values at its rank ±
 * the rank error (99 % a sketch); differences and the quotient take the ends of these intervals that are farthest apart.
 */
public final class QuantileShift extends NumberStatistic {
    private static final Map<String, Double> QUANTILES =
            new TreeMap<>(Map.of("quantile_05", 0.05, "median", 0.5, "quantile_95", 0.95));

    /** The only form. */
    public QuantileShift() {
        super("quantile_shift");
    }

    @Override
    DriftScore measure(NumericProfile was, NumericProfile is) {
        if (was.ecdf().count() != was.finite() || is.ecdf().count() != is.finite()) {
            return DriftScore.unknown(NOT_KEPT);
        }
        if (!Double.isFinite(WassersteinDistance.range(was, is))) {
            return DriftScore.unknown(TOO_LARGE);
        }
        Known spread = difference(known(was, 0.25), known(was, 0.75));
        if (!(spread.lower() > 0)) {
            return DriftScore.unknown("the middle half of the reference may be a single value");
        }
        DriftScore score = DriftScore.exactly(0);
        double value = 0;
        double lower = 0;
        double upper = 0;
        for (Map.Entry<String, Double> quantile : QUANTILES.entrySet()) {
            MetricValue shift =
                    quotient(difference(known(was, quantile.getValue()), known(is, quantile.getValue())), spread);
            if (!(shift instanceof Known known)) {
                return DriftScore.unknown(((Unknown) shift).reason());
            }
            score = score.with(quantile.getKey(), shift);
            value = Math.max(value, Math.abs(known.value()));
            lower = Math.max(lower, Math.max(known.lower(), -known.upper()));
            upper = Math.max(upper, Math.max(known.upper(), -known.lower()));
        }
        return new DriftScore(MetricValue.between(value, lower, upper), score.details());
    }

    private static Known known(NumericProfile profile, double q) {
        return (Known) profile.quantile(q);
    }

    /** Second less first. */
    private static Known difference(Known first, Known second) {
        return new Known(
                second.value() - first.value(), second.lower() - first.upper(), second.upper() - first.lower());
    }

    private static MetricValue quotient(Known shift, Known spread) {
        double lower = shift.lower() / (shift.lower() < 0 ? spread.lower() : spread.upper());
        double upper = shift.upper() / (shift.upper() < 0 ? spread.upper() : spread.lower());
        return Double.isFinite(lower) && Double.isFinite(upper)
                ? MetricValue.between(shift.value() / spread.value(), lower, upper)
                : MetricValue.unknown(TOO_LARGE);
    }
}
