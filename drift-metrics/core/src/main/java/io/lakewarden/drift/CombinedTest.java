package io.lakewarden.drift;

import io.lakewarden.profile.BinCounts;
import io.lakewarden.profile.NumericBinning;
import io.lakewarden.profile.NumericProfile;
import io.lakewarden.result.MetricValue;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * −log₁₀ p of the test that both sides are of one law, which looks at a column in six ways: mean, mid-ranks, spread,
 * shares of the bins, both ends, and range. Range [0, 308], symmetric but for ends and range; 0 for equal sides, and 3 means that so much
 * happens by chance once in a thousand times. It grows with the rows wherever there is drift, and so says whether there is
 * any, not how much. Exact from any profile that has bins: moments, counts and extremes are all that it takes.
 *
 * <p>{@code p_value} = 1/(x − 1 − ln x), at most 1, where 1/x is the harmonic mean of the p-values that could be computed,
 * by weights of 0.46 for the mean, 0.4 for ranks, 0.06 for the spread, 0.04 for the ends and 0.02 each for shares and the range. The mean of 1/p is what a
 * mixture of likelihood ratios is to p-values: the smallest one decides, and two that see the same, as mean and ranks do, share one weight
 * instead of paying twice. Far out x exceeds 1/p with probability p however the tests depend on each other, since one of them
 * alone makes it so large (D. Wilson, "The harmonic mean p-value", 2019); 1 + ln x is what the others add to it by chance.
 * Details: {@code mean_p_value} and {@code spread_p_value} ({@link MomentTests}); {@code
 * rank_p_value}, Mann and Whitney's test of the bins, all values of one bin tied; {@code shares_p_value}, the likelihood ratio
 * of the bins by the χ² law with Williams' correction, rare bins joined as in {@link ChiSquaredTest}; {@code ends_p_value}, twice
 * the smaller one of Fisher's p-values of how many values lie up to the end of the reference's first bin, and beyond the start of
 * its last; {@code range_p_value}, the mid-p of {@link OutOfRangeShare}.
 *
 * <p>Unknown where there are no bins or the reference does not vary: there the χ² test says as much.
 */
public final class CombinedTest extends NumberStatistic {
    static final String NAME = "combined_test";

    /**
     * How many times smaller than the significance of a check its p-value must be. Neighbouring rows are seldom independent, and the
     * sharper a test is the more it takes their likeness for drift: so much keeps quiet windows below 1 % alarms where each
     * row correlates to the one before by 0.5.
     */
    static final double ALLOWANCE = 200;

    private static final Map<String, Double> WEIGHTS = Map.of(
            "mean_p_value", 0.46,
            "rank_p_value", 0.4,
            "spread_p_value", 0.06,
            "ends_p_value", 0.04,
            "shares_p_value", 0.02,
            "range_p_value", 0.02);

    /** The only form. */
    public CombinedTest() {
        super(NAME);
    }

    @Override
    DriftScore measure(NumericProfile was, NumericProfile is) {
        Optional<BinTable> table = BinTable.of(was, is);
        if (table.isEmpty()) {
            return DriftScore.unknown(Comparability.whyWithoutBins(was));
        }
        if (NormalizedWassersteinDistance.scale(was).isEmpty()) {
            return DriftScore.unknown("the reference is constant, or varies less than a double can tell");
        }
        Map<String, OptionalDouble> tests = new LinkedHashMap<>();
        Optional<CentralMoments> before = CentralMoments.of(was);
        Optional<CentralMoments> now = CentralMoments.of(is);
        if (before.isPresent() && now.isPresent()) {
            tests.put("mean_p_value", MomentTests.mean(before.get(), now.get()));
            tests.put("spread_p_value", MomentTests.spread(before.get(), now.get()));
        }
        BinCounts first = was.bins().orElseThrow();
        BinCounts second = is.bins().orElseThrow();
        tests.put("rank_p_value", OptionalDouble.of(ranks(first, second)));
        tests.put("ends_p_value", ends(first, second));
        tests.put("shares_p_value", shares(table.get()));
        tests.put("range_p_value", range(was, first, second));
        return combined(tests);
    }

    private static DriftScore combined(Map<String, OptionalDouble> tests) {
        tests.values().removeIf(OptionalDouble::isEmpty);
        double inverse = 0;
        double weights = 0;
        for (Map.Entry<String, OptionalDouble> test : tests.entrySet()) {
            double weight = WEIGHTS.get(test.getKey());
            inverse += weight / Math.max(test.getValue().getAsDouble(), Double.MIN_NORMAL);
            weights += weight;
        }
        double pValue = pValue(Math.max(1, inverse / weights));
        DriftScore score = DriftScore.exactly(pValue == 1 ? 0 : -Math.log10(pValue))
                .with(DriftScore.P_VALUE, MetricValue.exactly(pValue));
        for (Map.Entry<String, OptionalDouble> test : tests.entrySet()) {
            score = score.with(
                    test.getKey(), MetricValue.exactly(test.getValue().getAsDouble()));
        }
        return score;
    }

    /** P(the mean of 1/p is at least x ≥ 1) without drift, or less. */
    private static double pValue(double x) {
        return Math.min(1, 1 / (x - 1 - Math.log(x)));
    }

    private static double ranks(BinCounts first, BinCounts second) {
        double n = first.total();
        double m = second.total();
        double sum = 0;
        double ties = 0;
        double i = 0;
        double j = 0;
        for (int bin = 0; bin < first.binning().size(); bin++) {
            sum += second.count(bin) * i - first.count(bin) * j;
            i += first.count(bin);
            j += second.count(bin);
            double share = ((double) first.count(bin) + second.count(bin)) / (n + m);
            ties += share * share * share;
        }
        double single = 1 / ((n + m) * (n + m));
        return MannWhitneyLaw.normal(sum / (n * m), n, m, (ties - single) / (1 - single));
    }

    /** Whether values are missing at either end, or too many: an empty first bin says more than all bins together do. */
    private static OptionalDouble ends(BinCounts first, BinCounts second) {
        int last = first.binning().size() - 1;
        int low = 0;
        while (low < last && first.count(low) == 0) {
            low++;
        }
        int high = last;
        while (high > 0 && first.count(high) == 0) {
            high--;
        }
        OptionalDouble below = share(first, second, 0, low);
        OptionalDouble above = share(first, second, high, last);
        return below.isEmpty() || above.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(Math.min(1, 2 * Math.min(below.getAsDouble(), above.getAsDouble())));
    }

    private static OptionalDouble share(BinCounts first, BinCounts second, int from, int to) {
        long before = 0;
        long now = 0;
        for (int bin = from; bin <= to; bin++) {
            before += first.count(bin);
            now += second.count(bin);
        }
        return FisherLaw.pValue(new TwoShares(before, first.total(), now, second.total()))
                .number();
    }

    private static OptionalDouble shares(BinTable table) {
        ContingencyTable counts = ContingencyTable.of(table.withoutNulls()).grouped();
        if (counts.degreesOfFreedom() == 0) {
            return OptionalDouble.of(1);
        }
        return counts.isSparse() ? OptionalDouble.empty() : OptionalDouble.of(counts.correctedLikelihoodRatioPValue());
    }

    private static OptionalDouble range(NumericProfile was, BinCounts first, BinCounts second) {
        return NumericBins.separatesOutside(was, ((NumericBinning) second.binning()).edges())
                ? OptionalDouble.of(RangeLaw.midPValue(first, second))
                : OptionalDouble.empty();
    }
}
