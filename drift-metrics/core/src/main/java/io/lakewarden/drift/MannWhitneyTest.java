package io.lakewarden.drift;

import io.lakewarden.result.MetricValue;
import io.lakewarden.result.MetricValue.Known;

/**
 * The rank-biserial correlation P(X < Y) − P(X > Y) of a value X of the reference and a value Y of the current data:
 * how much more often the current value is the larger one. Range [−1, 1], changes sign with the sides, 0 for equal
 * distributions, insensitive to outliers and to any rising transformation; about √((1/N + 1/M) / 3) without drift.
 *
 * <p>Details: {@code probability_of_larger} = P(X < Y) + ½ P(X = Y), in [0, 1]; {@code u} = that times N·M, the statistic
 * of H. Mann and D. Whitney (1947) by mid-ranks; {@code p_value}, two-sided: by counting all orders ({@link
 * MannWhitneyLaw}) where no values are tied and N·M is at most 2,500, otherwise by the normal law with the variance for
 * ties and a correction for continuity.
 *
 * <p>Exact where both distributions are kept exactly. From sketches P(X < Y) + ½ P(X = Y) = ∫ F dG, by mid-ranks, is off by
 * at most ∫ |F − F̂| dG + |∫ F̂ d(G − Ĝ)| ≤ ε₁ + ε₂ (the second by parts, since F̂ rises from 0 to 1), and the correlation
 * by twice as much. Its p-value then leaves the variance as if nothing were tied, which makes it larger.
 */
public final class MannWhitneyTest extends ValueStatistic {
    /** The two-sided form. */
    public MannWhitneyTest() {
        super("mann_whitney_test");
    }

    @Override
    DriftScore fromValues(PooledValues pooled) {
        double correlation = correlation(pooled);
        return score(MetricValue.exactly(correlation), pooled)
                .with(DriftScore.P_VALUE, MetricValue.exactly(pValue(pooled, correlation)));
    }

    @Override
    DriftScore fromSketches(PooledValues pooled, ValueSides sides) {
        double correlation = correlation(pooled);
        double lower = Math.max(-1, correlation - 2 * sides.error());
        double upper = Math.min(1, correlation + 2 * sides.error());
        double closest = lower <= 0 && upper >= 0 ? 0 : Math.min(Math.abs(lower), Math.abs(upper));
        double n = pooled.firstTotal();
        double m = pooled.secondTotal();
        return score(MetricValue.between(correlation, lower, upper), pooled)
                .with(
                        DriftScore.P_VALUE,
                        PValues.between(
                                MannWhitneyLaw.normal(correlation, n, m, 0),
                                MannWhitneyLaw.normal(Math.max(-lower, upper), n, m, 0),
                                MannWhitneyLaw.normal(closest, n, m, 0)));
    }

    private static DriftScore score(Known correlation, PooledValues pooled) {
        Known probability =
                new Known((1 + correlation.value()) / 2, (1 + correlation.lower()) / 2, (1 + correlation.upper()) / 2);
        double pairs = (double) pooled.firstTotal() * pooled.secondTotal();
        return DriftScore.of(correlation)
                .with("probability_of_larger", probability)
                .with(
                        "u",
                        MetricValue.between(
                                probability.value() * pairs, probability.lower() * pairs, probability.upper() * pairs));
    }

    /** Σ (g·F − f·G) over the different values, F and G below each of them, from whole numbers as long as they fit. */
    private static double correlation(PooledValues pooled) {
        double sum = 0;
        double i = 0;
        double j = 0;
        for (int place = 0; place < pooled.size(); place++) {
            sum += pooled.second(place) * i - pooled.first(place) * j;
            i += pooled.first(place);
            j += pooled.second(place);
        }
        return Math.max(-1, Math.min(1, sum / ((double) pooled.firstTotal() * pooled.secondTotal())));
    }

    private static double pValue(PooledValues pooled, double correlation) {
        long n = pooled.firstTotal();
        long m = pooled.secondTotal();
        if (MannWhitneyLaw.isCounted(n, m) && !pooled.hasTies()) {
            return MannWhitneyLaw.exact(correlation, (int) n, (int) m);
        }
        double ties = 0;
        for (int place = 0; place < pooled.size(); place++) {
            double share = pooled.both(place) / pooled.total();
            ties += share * share * share;
        }
        double single = 1 / (pooled.total() * pooled.total());
        return MannWhitneyLaw.normal(correlation, (double) n, (double) m, (ties - single) / (1 - single));
    }
}
