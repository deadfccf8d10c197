package io.lakewarden.drift;

import io.lakewarden.result.MetricValue;

/**
 * The maximum mean discrepancy √(E k(X, X′) + E k(Y, Y′) − 2 E k(X, Y)) under the Gaussian kernel k(x, y) = exp(−(x − y)² /
 * (2h²)), over all pairs of values, a value with itself included (the V-statistic). Range [0, √2], symmetric, 0 for equal
 * distributions; about √((1/N + 1/M) · (1 − E k)) without drift. The bandwidth h is the median distance of two different
 * values, both sides weighing the same, and is a detail; so are the numbers of values taken. Source: A. Gretton and
 * others, "A kernel two-sample test", 2012.
 *
 * <p>Its cost grows with the square of the number of different values. So of a side with more than a given number of
 * them ({@value #PROFILE_SAMPLE} from profiles), as many are taken at the places (i + ½) / number of the sorted values: no chance, no seed.
 *
 * <p>Exact where both distributions are kept exactly and all values are taken. Otherwise, for the h that was taken, with e
 * the sum of both sides' rank errors, that of the sketch and that of taking so many: it is off by at most e · √(4e^(−½) · R /
 * h), R the range of all values. For the mean embeddings of F and F̂ lie √(∬ (F − F̂)(x) (F − F̂)(y) k″ dx dy) apart, and ∫
 * |k″| is 4e^(−½) / h.
 */
public final class MaximumMeanDiscrepancy extends ValueStatistic {
    /** So many different values of a side are taken from a profile. */
    public static final int PROFILE_SAMPLE = 64;

    private static final double LARGEST = Math.sqrt(2);
    private static final double VARIATION_OF_SLOPE = 4 * Math.exp(-0.5);

    private final int most;

    /** With as many values as are taken from a profile. */
    public MaximumMeanDiscrepancy() {
        this(PROFILE_SAMPLE);
    }

    /**
     * With at most so many different values of a side.
     *
     * @throws IllegalArgumentException if there are fewer than 2 or more than 1,000
     */
    public MaximumMeanDiscrepancy(int most) {
        super("maximum_mean_discrepancy");
        if (most < 2 || most > 1000) {
            throw new IllegalArgumentException("between 2 and 1000 values of a side are compared, but got " + most);
        }
        this.most = most;
    }

    @Override
    DriftScore fromValues(PooledValues pooled) {
        return fromSketches(pooled, ValueSides.exactly(pooled.reference(), pooled.current()));
    }

    @Override
    DriftScore fromSketches(PooledValues pooled, ValueSides sides) {
        double range = sides.greatest() - sides.least();
        if (!Double.isFinite(range)) {
            return DriftScore.unknown(TOO_LARGE);
        }
        WeightedValues reference = pooled.reference();
        WeightedValues current = pooled.current();
        WeightedValues first = reference.sample(most);
        WeightedValues second = current.sample(most);
        PooledValues sample = PooledValues.of(first, second);
        if (sample.isConstant()) {
            return range == 0
                    ? DriftScore.exactly(0)
                    : DriftScore.unknown("the values taken are all the same, so there is no scale to measure in");
        }
        double bandwidth = bandwidth(sample);
        double value = Math.min(LARGEST, discrepancy(sample, bandwidth));
        double error = (sides.error() + reference.samplingError(most) + current.samplingError(most))
                * Math.sqrt(VARIATION_OF_SLOPE * (range / bandwidth));
        return DriftScore.of(MetricValue.between(value, Math.max(0, value - error), Math.min(LARGEST, value + error)))
                .with("bandwidth", MetricValue.exactly(bandwidth))
                .with("reference_values", MetricValue.exactly(first.size()))
                .with("current_values", MetricValue.exactly(second.size()));
    }

    private static double discrepancy(PooledValues pooled, double bandwidth) {
        int size = pooled.size();
        double[] scaled = new double[size];
        double[] mass = new double[size];
        for (int i = 0; i < size; i++) {
            scaled[i] = pooled.value(i) / bandwidth;
            mass[i] = pooled.firstShare(i) - pooled.secondShare(i);
        }
        double sum = 0;
        for (int i = 0; i < size; i++) {
            double row = mass[i] / 2;
            for (int j = 0; j < i; j++) {
                double distance = scaled[i] - scaled[j];
                row += mass[j] * Math.exp(-distance * distance / 2);
            }
            sum += 2 * mass[i] * row;
        }
        return Math.sqrt(Math.max(0, sum));
    }

    /** The least distance that half of the weight of all pairs of different values does not exceed. */
    private static double bandwidth(PooledValues pooled) {
        int size = pooled.size();
        double[] values = new double[size];
        double[] weightUpTo = new double[size + 1];
        double pairs = 1;
        for (int i = 0; i < size; i++) {
            values[i] = pooled.value(i);
            double weight = (pooled.firstShare(i) + pooled.secondShare(i)) / 2;
            weightUpTo[i + 1] = weightUpTo[i] + weight;
            pairs -= weight * weight;
        }
        double half = pairs / 4 * (1 - 1e-9);
        // positive doubles are ordered like their bits
        long low = Double.doubleToLongBits(0.0);
        long high = Double.doubleToLongBits(values[size - 1] - values[0]);
        while (low < high) {
            long middle = low + (high - low) / 2;
            if (weightWithin(values, weightUpTo, Double.longBitsToDouble(middle)) >= half) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return Double.longBitsToDouble(low);
    }

    /** The weight of the pairs of different values that are no farther apart. */
    private static double weightWithin(double[] values, double[] weightUpTo, double distance) {
        double weight = 0;
        int from = 0;
        for (int i = 0; i < values.length; i++) {
            while (values[i] - values[from] > distance) {
                from++;
            }
            weight += (weightUpTo[i + 1] - weightUpTo[i]) * (weightUpTo[i] - weightUpTo[from]);
        }
        return weight;
    }
}
