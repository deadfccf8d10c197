package io.lakewarden.drift;

import io.lakewarden.result.MetricValue;

/**
 * The two-sample Anderson–Darling statistic A² by mid-ranks: (R − 1)/R² · (1/N + 1/M) · Σ l·(M·f − N·g)² / (b(R − b) − R·l/4)
 * over the different values, with R = N + M, l how often a value occurs, b, f and g how many values of both sides, of the
 * reference and of the current data lie below it, half of those equal to it included. It weighs the tails, where few values
 * lie, as much as the middle. Range [0, ∞), symmetric, 0 for equal distributions, about 1 without drift; grows with the
 * rows wherever there is drift, so judge its p-value. Source: F. Scholz and M. Stephens, "K-sample Anderson–Darling
 * tests", 1987, equation 7.
 *
 * <p>Details: {@code standardized} = (A² − 1) / σ; {@code p_value}, interpolated as a square in the logarithm between the
 * seven tabulated points of that paper, to a few per cent of itself. Beyond the table it is an interval: from 0.25 to 1 where
 * the statistic is below, and from 0 to 0.001 where it is above.
 *
 * <p>Exact where both distributions are kept exactly. From sketches it is unknown: a weight that grows without bound
 * towards the ends turns any rank error there into any error of the statistic.
 */
public final class AndersonDarlingTest extends ValueStatistic {
    /** Critical points at the significances 0.25 and 0.001, the ends of the table. */
    private static final double LEAST_TABULATED = 0.325;

    private static final double GREATEST_TABULATED = 6.546;

    /** The square through the logarithms of the seven significances, by least squares. */
    private static final double[] LOGARITHM = {0.01819809457411147, -1.0082265644652515, -1.077770279820484};

    /** The two-sample form. */
    public AndersonDarlingTest() {
        super("anderson_darling_test");
    }

    @Override
    DriftScore fromValues(PooledValues pooled) {
        if (pooled.isConstant()) {
            return DriftScore.exactly(0).with(DriftScore.P_VALUE, MetricValue.exactly(1));
        }
        double statistic = statistic(pooled);
        DriftScore score = DriftScore.exactly(statistic);
        if (pooled.total() < 4) {
            return score.with(DriftScore.P_VALUE, MetricValue.unknown("its law needs at least four values"));
        }
        double standardized = (statistic - 1) / deviation((double) pooled.firstTotal(), (double) pooled.secondTotal());
        return score.with("standardized", MetricValue.exactly(standardized))
                .with(DriftScore.P_VALUE, pValue(standardized));
    }

    private static double statistic(PooledValues pooled) {
        double n = pooled.firstTotal();
        double m = pooled.secondTotal();
        double all = n + m;
        double sum = 0;
        long i = 0;
        long j = 0;
        for (int place = 0; place < pooled.size(); place++) {
            double was = i + pooled.first(place) / 2.0;
            double is = j + pooled.second(place) / 2.0;
            double below = was + is;
            double tied = pooled.both(place);
            double deviation = m * was - n * is;
            sum += tied * deviation / (below * (all - below) - all * tied / 4) * deviation;
            i += pooled.first(place);
            j += pooled.second(place);
        }
        return sum * ((all - 1) / all) / all * (1 / n + 1 / m);
    }

    /** σ of A² without ties, by equation 4 of the paper for two samples; its sums over 1/i have closed forms. */
    private static double deviation(double n, double m) {
        double all = n + m;
        double inverse = 1 / n + 1 / m;
        double h = HarmonicNumbers.first(all - 1);
        double g = HarmonicNumbers.second(all) - (2 * h + 1 / all) / all;
        double a = (4 * g - 6) + (10 - 6 * g) * inverse;
        double b = 4 * (2 * g - 4) + 16 * h + (2 * g - 14 * h - 4) * inverse - 8 * h + 4 * g - 6;
        double c = 4 * (6 * h + 2 * g - 2) + 2 * (4 * h - 4 * g + 6) + (2 * h - 6) * inverse + 4 * h;
        double d = 4 * (2 * h + 6) - 8 * h;
        double numerator = ((a * all + b) * all + c) * all + d;
        return Math.sqrt(numerator / (all - 1) / (all - 2) / (all - 3));
    }

    private static MetricValue pValue(double standardized) {
        if (standardized < LEAST_TABULATED) {
            return MetricValue.between(0.25, 0.25, 1);
        }
        if (standardized > GREATEST_TABULATED) {
            return MetricValue.between(0.001, 0, 0.001);
        }
        return MetricValue.exactly(
                Math.exp((LOGARITHM[0] * standardized + LOGARITHM[1]) * standardized + LOGARITHM[2]));
    }
}
