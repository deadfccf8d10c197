package io.lakewarden.drift;

import io.lakewarden.profile.BinCounts;
import io.lakewarden.profile.ColumnProfile;
import io.lakewarden.profile.Ecdf;
import io.lakewarden.profile.NumericProfile;
import io.lakewarden.result.MetricValue;
import java.util.Optional;

/**
 * The earth mover's distance ∫ |F − G| dx between the finite values, in the column's unit. A metric in [0, ∞).
 *
 * <p>Exact where both distribution functions are exact. Otherwise the value comes from the sketches, its lower bound
 * exactly from the counts and sums of the frozen bins ({@link WassersteinBounds}), and its upper bound is the smaller
 * one of the bins' and the sketches' (their distance plus the rank errors times the range, at 99 % confidence each).
 * Thresholds judge the lower bound, so that a sketch's error never decides a status.
 */
public final class WassersteinDistance extends NumberStatistic {
    /** The only form. */
    public WassersteinDistance() {
        super("wasserstein_distance");
    }

    @Override
    DriftScore measure(NumericProfile was, NumericProfile is) {
        Ecdf first = was.ecdf();
        Ecdf second = is.ecdf();
        boolean known = first.count() == was.finite() && second.count() == is.finite();
        if (known && first.rankError() == 0 && second.rankError() == 0) {
            return DriftScore.exactly(EcdfDistances.between(first, second).areaBetween());
        }
        double range = range(was, is);
        double lower = 0;
        double upper = range;
        Optional<WassersteinBounds> bounds = bounds(was, is);
        if (bounds.isPresent()) {
            lower = bounds.get().lower();
            upper = Math.min(upper, bounds.get().upper());
        }
        double value = lower;
        if (known) {
            double sketched = EcdfDistances.between(first, second).areaBetween();
            upper = Math.min(upper, sketched + (first.rankError() + second.rankError()) * range);
            value = sketched;
        }
        if (!Double.isFinite(range) || !Double.isFinite(lower)) {
            return DriftScore.unknown(TOO_LARGE);
        }
        upper = Math.max(lower, upper);
        return DriftScore.of(MetricValue.between(Math.min(upper, Math.max(lower, value)), lower, upper));
    }

    /** What the frozen bins say, where both sides are counted in them. */
    static Optional<WassersteinBounds> bounds(ColumnProfile reference, ColumnProfile current) {
        Optional<BinCounts> was = reference.bins();
        Optional<BinCounts> is = current.bins();
        return was.isPresent()
                        && is.isPresent()
                        && was.get().total() > 0
                        && is.get().total() > 0
                        && was.get().binning().equals(is.get().binning())
                ? Optional.of(WassersteinBounds.of(was.get(), is.get()))
                : Optional.empty();
    }

    /** From the least value of both sides to the greatest; NaN where a side has none, infinite where it overflows. */
    static double range(NumericProfile was, NumericProfile is) {
        double least = Math.min(number(was.minimum()), number(is.minimum()));
        double greatest = Math.max(number(was.maximum()), number(is.maximum()));
        return greatest - least;
    }

    private static double number(MetricValue value) {
        return value.number().orElse(Double.NaN);
    }
}
