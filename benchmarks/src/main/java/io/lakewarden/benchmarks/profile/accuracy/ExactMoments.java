package io.lakewarden.benchmarks.profile.accuracy;

/**
 * Moments in two passes with compensated sums.
 *
 * @param mean Σx / n
 * @param standardDeviation √(Σ(x − mean)² / (n − 1))
 * @param skewness m₃ / m₂^1.5 of the population moments
 * @param kurtosis m₄ / m₂² − 3 of the population moments
 */
record ExactMoments(double mean, double standardDeviation, double skewness, double kurtosis) {
    static ExactMoments of(long[] keys) {
        double n = keys.length;
        CompensatedSum sum = new CompensatedSum();
        for (long key : keys) {
            sum.add(Keys.number(key));
        }
        double mean = sum.total() / n;
        CompensatedSum second = new CompensatedSum();
        CompensatedSum third = new CompensatedSum();
        CompensatedSum fourth = new CompensatedSum();
        for (long key : keys) {
            double distance = Keys.number(key) - mean;
            double square = distance * distance;
            second.add(square);
            third.add(square * distance);
            fourth.add(square * square);
        }
        double variance = second.total() / n;
        return new ExactMoments(
                mean,
                Math.sqrt(second.total() / (n - 1)),
                third.total() / n / (variance * Math.sqrt(variance)),
                fourth.total() / n / (variance * variance) - 3);
    }

    /** The summation of A. Neumaier (1974). */
    private static final class CompensatedSum {
        private double sum;
        private double lost;

        void add(double value) {
            double next = sum + value;
            lost += Math.abs(sum) >= Math.abs(value) ? sum - next + value : value - next + sum;
            sum = next;
        }

        double total() {
            return sum + lost;
        }
    }
}
