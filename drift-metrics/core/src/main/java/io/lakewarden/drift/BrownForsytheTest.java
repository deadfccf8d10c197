package io.lakewarden.drift;

import io.lakewarden.result.MetricValue;

/**
 * The F test of equal mean distance from the side's own median: W = (N + M − 2) · between / within the sides.
 *
 * @param statistic W, in [0, ∞); unknown where no side has different distances
 * @param pValue by the F law with 1 and N + M − 2 degrees
 */
record BrownForsytheTest(MetricValue statistic, MetricValue pValue) {
    static BrownForsytheTest of(WeightedValues reference, WeightedValues current) {
        double[] first = distances(reference);
        double[] second = distances(current);
        double n = reference.total();
        double m = current.total();
        double gap = second[0] - first[0];
        double between = gap * gap * n * m / (n + m);
        double within = first[1] + second[1];
        double degrees = n + m - 2;
        double statistic = degrees * between / within;
        if (!(within > 0) || !Double.isFinite(statistic) || degrees < 1) {
            MetricValue none = MetricValue.unknown("the distances from the medians do not vary");
            return new BrownForsytheTest(none, none);
        }
        return new BrownForsytheTest(
                MetricValue.exactly(statistic), MetricValue.exactly(PValues.upperF(statistic, 1, degrees)));
    }

    /** Mean of |x − median|, and the sum of squares around it. */
    private static double[] distances(WeightedValues side) {
        double median = side.quantile(0.5);
        double sum = 0;
        for (int i = 0; i < side.size(); i++) {
            sum += side.count(i) * Math.abs(side.value(i) - median);
        }
        double mean = sum / side.total();
        double squares = 0;
        for (int i = 0; i < side.size(); i++) {
            double deviation = Math.abs(side.value(i) - median) - mean;
            squares += side.count(i) * deviation * deviation;
        }
        return new double[] {mean, squares};
    }
}
