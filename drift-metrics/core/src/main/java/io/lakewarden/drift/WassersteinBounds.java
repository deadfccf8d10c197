package io.lakewarden.drift;

import io.lakewarden.profile.BinCounts;
import io.lakewarden.profile.NumericBinning;

/**
 * Exact bounds on ∫ |F − G| dx from the counts and sums of frozen bins alone. Inside a bin only the integrals of F and
 * of G are known: their difference bounds the area from below, and monotony bounds it from above. Where F − G keeps its
 * sign inside each bin, as in a pure shift, the lower bound is the distance itself.
 *
 * @param lower at most the distance
 * @param upper at least the distance; +∞ where a single bin holds everything
 */
record WassersteinBounds(double lower, double upper) {
    /** Both sides have at least one finite value and the same binning. */
    static WassersteinBounds of(BinCounts reference, BinCounts current) {
        double[] edges = ((NumericBinning) reference.binning()).edges();
        Side was = new Side(reference);
        Side is = new Side(current);
        if (edges.length == 0) {
            return new WassersteinBounds(Math.abs(was.mean() - is.mean()), Double.POSITIVE_INFINITY);
        }
        int last = edges.length;
        double lower = 0;
        double upper = 0;
        // below the first edge ∫ F, above the last one ∫ (1 − F): both are never negative
        double[][] tails = {
            {was.shortfall(0, edges[0]), is.shortfall(0, edges[0])},
            {-was.shortfall(last, edges[last - 1]), -is.shortfall(last, edges[last - 1])}
        };
        for (double[] tail : tails) {
            lower += Math.abs(tail[0] - tail[1]);
            upper += Math.max(0, tail[0]) + Math.max(0, tail[1]);
        }
        double gapBefore = was.share(0) - is.share(0);
        for (int bin = 1; bin < last; bin++) {
            double width = edges[bin] - edges[bin - 1];
            double gapAfter = gapBefore + was.share(bin) - is.share(bin);
            double riseWas = was.shortfall(bin, edges[bin]);
            double riseIs = is.shortfall(bin, edges[bin]);
            double area = Math.abs(width * gapBefore + riseWas - riseIs);
            lower += area;
            double fromLeft = width * Math.abs(gapBefore) + riseWas + riseIs;
            double fromRight =
                    width * Math.abs(gapAfter) + (width * was.share(bin) - riseWas) + (width * is.share(bin) - riseIs);
            upper += Math.max(area, Math.min(fromLeft, fromRight));
            gapBefore = gapAfter;
        }
        return new WassersteinBounds(lower, Math.max(lower, upper));
    }

    private record Side(BinCounts counts) {
        double share(int bin) {
            return (double) counts.count(bin) / counts.total();
        }

        /** E[(edge − X); X in the bin]. */
        double shortfall(int bin, double edge) {
            return counts.count(bin) == 0
                    ? 0
                    : (edge - counts.sum(bin) / counts.count(bin)) * counts.count(bin) / counts.total();
        }

        double mean() {
            return counts.sum(0) / counts.total();
        }
    }
}
