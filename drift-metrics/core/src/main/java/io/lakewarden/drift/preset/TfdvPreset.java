package io.lakewarden.drift.preset;

import io.lakewarden.drift.DriftPreset;
import io.lakewarden.profile.BooleanProfile;
import io.lakewarden.profile.CategoricalProfile;
import io.lakewarden.profile.ColumnProfile;
import io.lakewarden.profile.NumericProfile;
import io.lakewarden.result.MetricValue;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * TensorFlow Data Validation 1.16: texts by the largest difference of a value's shares (L∞), numbers and truth values by
 * the Jensen–Shannon divergence, in bits, of its histograms ({@link TfdvHistogram}). Drift is what lies above the
 * threshold of a drift comparator. It has none unless the user gives one, so these are taken: 0.01 for L∞, as in its
 * tutorial, and 0.1 for the divergence. Nulls are left out, NaN count.
 */
final class TfdvPreset implements DriftPreset {
    private static final String L_INFINITY = "tfdv_l_infinity";
    private static final String JENSEN_SHANNON = "tfdv_jensen_shannon_divergence";
    private static final double SHARE = 0.01;
    private static final double DIVERGENCE = 0.1;

    /** So many of the most frequent texts are in its statistics. */
    private static final int MOST_TEXTS = 1000;

    @Override
    public String name() {
        return "tfdv";
    }

    @Override
    public String title() {
        return "TensorFlow Data Validation";
    }

    @Override
    public List<String> statistics() {
        return List.of(L_INFINITY, JENSEN_SHANNON);
    }

    @Override
    public Decision decide(Subject subject) {
        ColumnProfile reference = subject.reference();
        ColumnProfile current = subject.current();
        boolean texts = reference instanceof CategoricalProfile;
        return new Decision(
                texts ? L_INFINITY : JENSEN_SHANNON,
                texts ? "L∞ distance" : "Jensen–Shannon divergence",
                score(reference, current),
                Drifts.ABOVE,
                texts ? subject.limit(L_INFINITY, SHARE) : subject.limit(JENSEN_SHANNON, DIVERGENCE));
    }

    private static MetricValue score(ColumnProfile reference, ColumnProfile current) {
        if (reference.present() == 0 || current.present() == 0) {
            return MetricValue.unknown("one side has no values");
        }
        if (reference instanceof CategoricalProfile) {
            return largestDifference(ValueCounts.of(reference), ValueCounts.of(current));
        }
        if (reference instanceof BooleanProfile was && current instanceof BooleanProfile is) {
            return divergence(
                    TfdvHistogram.ofTruths(was.falses(), was.trues()),
                    TfdvHistogram.ofTruths(is.falses(), is.trues()),
                    0);
        }
        if (reference instanceof NumericProfile was && current instanceof NumericProfile is) {
            return was.ecdf().count() == was.finite() && is.ecdf().count() == is.finite()
                    ? divergence(
                            TfdvHistogram.of(was),
                            TfdvHistogram.of(is),
                            JensenShannon.error(TfdvHistogram.shift(was.ecdf().rankError()))
                                    + JensenShannon.error(
                                            TfdvHistogram.shift(is.ecdf().rankError())))
                    : MetricValue.unknown("the profile does not keep the values");
        }
        return MetricValue.unknown("its drift comparators know numbers, texts and truth values");
    }

    private static MetricValue largestDifference(
            Optional<SortedMap<Object, Long>> reference, Optional<SortedMap<Object, Long>> current) {
        if (reference.filter(counts -> counts.size() <= MOST_TEXTS).isEmpty()
                || current.filter(counts -> counts.size() <= MOST_TEXTS).isEmpty()) {
            return MetricValue.unknown(
                    "a side has more than 1,000 different texts, of which it would compare the most frequent ones only");
        }
        double[][] counts = ValueCounts.sideBySide(reference.get(), current.get());
        double was = Arrays.stream(counts[0]).sum();
        double is = Arrays.stream(counts[1]).sum();
        double largest = 0;
        for (int i = 0; i < counts[0].length; i++) {
            largest = Math.max(largest, Math.abs(counts[0][i] / was - counts[1][i] / is));
        }
        return MetricValue.exactly(largest);
    }

    private static MetricValue divergence(TfdvHistogram reference, TfdvHistogram current, double error) {
        if (reference.isEmpty() || current.isEmpty()) {
            return MetricValue.unknown("one side has no values");
        }
        double[][] aligned = TfdvHistogram.align(reference, current);
        double bits = JensenShannon.bits(aligned[0], aligned[1]);
        double distance = Math.sqrt(bits);
        return error == 0
                ? MetricValue.exactly(bits)
                : MetricValue.between(
                        bits, square(Math.max(0, distance - error)), square(Math.min(1, distance + error)));
    }

    private static double square(double distance) {
        return distance * distance;
    }
}
