package io.lakewarden.drift;

import io.lakewarden.profile.Ecdf;
import io.lakewarden.profile.NumericProfile;
import io.lakewarden.result.MetricValue;
import io.lakewarden.result.MetricValue.Known;

/**
 * The two-sample Kolmogorov–Smirnov statistic D = sup |F − G| over the finite values. A metric in [0, 1].
 *
 * <p>Exact where both distribution functions are exact. From sketches it is an interval: the value ± the sum of both
 * rank errors, cut to [0, 1] and never below {@code ks_lower_bound}. Detail {@code p_value}: of the two-sided test
 * ({@link KolmogorovSmirnovLaw}); conservative where values are tied. From sketches it is unknown as soon as the
 * p-values at the two ends of the interval differ by more than a factor of two.
 */
public final class KolmogorovSmirnovTest extends NumberStatistic {
    private final KolmogorovSmirnovLowerBound overFrozenEdges = new KolmogorovSmirnovLowerBound();

    /** The two-sided form. */
    public KolmogorovSmirnovTest() {
        super("ks_test");
    }

    @Override
    DriftScore measure(NumericProfile was, NumericProfile is) {
        Ecdf first = was.ecdf();
        Ecdf second = is.ecdf();
        if (first.count() != was.finite() || second.count() != is.finite()) {
            return DriftScore.unknown(NOT_KEPT);
        }
        Known statistic = statistic(
                EcdfDistances.between(first, second).largestGap(),
                first.rankError() + second.rankError(),
                overFrozenEdges.largestGap(was, is));
        return DriftScore.of(statistic).with(DriftScore.P_VALUE, pValue(statistic, was.finite(), is.finite()));
    }

    private static Known statistic(double gap, double error, double atLeast) {
        if (error == 0) {
            return new Known(gap, gap, gap);
        }
        double upper = Math.max(atLeast, Math.min(1, gap + error));
        double lower = Math.max(atLeast, gap - error);
        return new Known(Math.min(upper, Math.max(lower, gap)), lower, upper);
    }

    private static MetricValue pValue(Known statistic, long n, long m) {
        double value = KolmogorovSmirnovLaw.pValue(statistic.value(), n, m);
        if (statistic.exact()) {
            return MetricValue.exactly(value);
        }
        double largest = KolmogorovSmirnovLaw.pValue(statistic.lower(), n, m);
        double smallest = KolmogorovSmirnovLaw.pValue(statistic.upper(), n, m);
        return PValues.between(value, smallest, largest);
    }
}
