package io.lakewarden.drift;

import io.lakewarden.profile.BinCounts;
import io.lakewarden.profile.ColumnKind;
import io.lakewarden.profile.ColumnProfile;
import io.lakewarden.profile.Ecdf;
import io.lakewarden.profile.NumericProfile;
import io.lakewarden.result.MetricValue;
import java.util.Optional;
import java.util.Set;

/**
 * The earth mover's distance ∫ |F − G| dx between the finite values, in the column's unit. A metric in [0, ∞).
 *
 * <p>Exact where both distribution functions are exact. Otherwise the value comes from the sketches, its lower bound
 * exactly from the counts and sums of the frozen bins ({@link WassersteinBounds}), and its upper bound is the smaller
 * one of the bins' and the sketches' (their distance plus the rank errors times the range, at 99 % confidence each).
 * Thresholds judge the lower bound, so that a sketch's error never decides a status.
 */
public final class WassersteinDistance implements DriftStatistic {
    /** The only form. */
    public WassersteinDistance() {}

    @Override
    public String name() {
        return "wasserstein_distance";
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
            return DriftScore.unknown("the numbers are too large to compare");
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
