package io.lakewarden.drift;

import io.lakewarden.result.MetricValue;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;

/**
 * The statistic W of T. Epps and K. Singleton, "An omnibus test for the two-sample problem using the empirical
 * characteristic function" (1986): the weighted distance of the means of cos(t·x) and sin(t·x) at t = 0.4/s and 0.8/s, s
 * half of the interquartile range of both sides together, with the inverse of their covariance as weight. Ties do no harm.
 * Range [0, ∞), symmetric, 0 for equal distributions, about 4 without drift; grows with the rows wherever there is drift,
 * so judge its p-value. Characteristic functions turn around: beyond some interquartile ranges W need not grow with a shift.
 *
 * <p>Detail {@code p_value} by the χ² law with 4 degrees. Below 25 values on both sides W is multiplied by the paper's
 * correction 1 / (1 + (N + M)^(−0.45) + 10.1 (N^(−1.7) + M^(−1.7))). Unknown for fewer than five values
 * on a side, where the middle half of all values is one value, and where so few are different that the covariance has no
 * inverse.
 *
 * <p>Exact where both distributions are kept exactly, unknown from sketches.
 */
public final class EppsSingletonTest extends ValueStatistic {
    private static final int FEWEST = 5;
    private static final int FEW = 25;
    private static final int FUNCTIONS = 4;

    /** A covariance whose least eigenvalue is a smaller part of the greatest is taken to have no inverse. */
    private static final double LEAST_CONDITION = 1e-10;

    /** With the paper's two points. */
    public EppsSingletonTest() {
        super("epps_singleton_test");
    }

    @Override
    DriftScore fromValues(PooledValues pooled) {
        WeightedValues reference = pooled.reference();
        WeightedValues current = pooled.current();
        if (reference.total() < FEWEST || current.total() < FEWEST) {
            return DriftScore.unknown("a side has fewer than " + FEWEST + " values");
        }
        WeightedValues all = pooled.together();
        double scale = (all.quantile(0.75) - all.quantile(0.25)) / 2;
        if (!(scale > 0) || !Double.isFinite(scale)) {
            return DriftScore.unknown(scale == 0 ? "the middle half of all values is a single value" : TOO_LARGE);
        }
        // W does not change where all values move, but waves of large numbers lose their digits
        double centre = all.quantile(0.5);
        Waves was = Waves.of(reference, centre, scale);
        Waves is = Waves.of(current, centre, scale);
        double n = reference.total();
        double m = current.total();
        RealVector difference = was.means().subtract(is.means());
        RealMatrix covariance =
                was.covariance().scalarMultiply(1 / n).add(is.covariance().scalarMultiply(1 / m));
        EigenDecomposition decomposed = new EigenDecomposition(covariance);
        double[] eigenvalues = decomposed.getRealEigenvalues();
        double greatest = eigenvalues[0];
        double least = eigenvalues[FUNCTIONS - 1];
        if (!(least > LEAST_CONDITION * greatest)) {
            return DriftScore.unknown("too few values are different for the covariance to have an inverse");
        }
        double statistic = 0;
        for (int i = 0; i < FUNCTIONS; i++) {
            double component = decomposed.getEigenvector(i).dotProduct(difference);
            statistic += component * component / eigenvalues[i];
        }
        double corrected = Math.max(n, m) < FEW ? corrected(statistic, n, m) : statistic;
        return DriftScore.exactly(corrected)
                .with(DriftScore.P_VALUE, MetricValue.exactly(PValues.upperChiSquared(corrected, FUNCTIONS)));
    }

    private static double corrected(double statistic, double n, double m) {
        return statistic / (1 + Math.pow(n + m, -0.45) + 10.1 * (Math.pow(n, -1.7) + Math.pow(m, -1.7)));
    }

    /**
     * Means and covariances (divided by the number of values) of cos(0.4 x/s), cos(0.8 x/s), sin(0.4 x/s) and sin(0.8 x/s).
     */
    private record Waves(RealVector means, RealMatrix covariance) {
        static Waves of(WeightedValues side, double centre, double scale) {
            int size = side.size();
            double[][] functions = new double[FUNCTIONS][size];
            double[] shares = new double[size];
            double[] means = new double[FUNCTIONS];
            for (int place = 0; place < size; place++) {
                double angle = 0.4 / scale * (side.value(place) - centre);
                double cosine = Math.cos(angle);
                double sine = Math.sin(angle);
                functions[0][place] = cosine;
                functions[1][place] = 2 * cosine * cosine - 1;
                functions[2][place] = sine;
                functions[3][place] = 2 * sine * cosine;
                shares[place] = (double) side.count(place) / side.total();
            }
            for (int i = 0; i < FUNCTIONS; i++) {
                for (int place = 0; place < size; place++) {
                    means[i] += shares[place] * functions[i][place];
                }
            }
            double[][] covariance = new double[FUNCTIONS][FUNCTIONS];
            for (int i = 0; i < FUNCTIONS; i++) {
                for (int j = 0; j <= i; j++) {
                    double sum = 0;
                    for (int place = 0; place < size; place++) {
                        sum += shares[place] * (functions[i][place] - means[i]) * (functions[j][place] - means[j]);
                    }
                    covariance[i][j] = sum;
                    covariance[j][i] = sum;
                }
            }
            return new Waves(new ArrayRealVector(means), new Array2DRowRealMatrix(covariance));
        }
    }
}
