package io.lakewarden.outlier;

import io.lakewarden.result.MetricValue;
import io.lakewarden.result.Status;
import org.apache.commons.math3.special.Beta;

/**
 * How many rows of a window are outliers in one way, beside what the reference lets expect.
 *
 * @param kind in which way
 * @param outliers how many rows are
 * @param rows of how many
 * @param referenceOutliers how many were, or would have been, in the reference
 * @param referenceRows of how many
 * @param status WARN where the excess is both large and no chance
 */
public record OutlierRate(
        OutlierKind kind, long outliers, long rows, double referenceOutliers, double referenceRows, Status status) {
    /** A few odd rows are examples and no rate. */
    private static final int LEAST_OUTLIERS = 3;

    /** Two-sided, at 95 %. */
    private static final double Z = 1.959_963_984_540_054;

    static OutlierRate judged(
            OutlierKind kind,
            long outliers,
            long rows,
            double referenceOutliers,
            double referenceRows,
            OutlierPolicy policy) {
        boolean many = outliers >= LEAST_OUTLIERS
                && (double) outliers / rows - referenceOutliers / referenceRows >= policy.excess()
                && pValue(outliers, rows, referenceOutliers, referenceRows) <= policy.significance();
        return new OutlierRate(
                kind, outliers, rows, referenceOutliers, referenceRows, many ? Status.WARN : Status.PASS);
    }

    /**
     * The chance of so many outliers or more where window and reference are of one kind: of all outliers of both together,
     * those of the window then follow a binomial law with the window's share of the rows. Where outliers are frequent it is
     * larger than Fisher's, which draws without replacement.
     */
    static double pValue(long outliers, long rows, double referenceOutliers, double referenceRows) {
        return upperBinomial((double) outliers, outliers + referenceOutliers, rows / (rows + referenceRows));
    }

    /** P(X ≥ k) of the binomial law. */
    static double upperBinomial(double k, double trials, double share) {
        if (k <= 0) {
            return 1;
        }
        return share <= 0 ? 0 : Beta.regularizedBeta(Math.min(1, share), k, trials - k + 1);
    }

    /** The window's share of outliers, between the ends of Wilson's interval at 95 %; unknown without rows. */
    public MetricValue share() {
        return wilson((double) outliers, (double) rows);
    }

    /** The share that the reference lets expect. */
    public double expected() {
        return referenceOutliers / referenceRows;
    }

    /** E. B. Wilson, "Probable inference, the law of succession, and statistical inference" (1927). */
    static MetricValue wilson(double count, double rows) {
        if (rows <= 0) {
            return MetricValue.unknown("there are no rows");
        }
        double share = count / rows;
        double spread = Z * Z / rows;
        double middle = (share + spread / 2) / (1 + spread);
        double reach = Z / (1 + spread) * Math.sqrt(share * (1 - share) / rows + spread / (4 * rows));
        return MetricValue.between(
                share, Math.min(share, Math.max(0, middle - reach)), Math.max(share, Math.min(1, middle + reach)));
    }
}
