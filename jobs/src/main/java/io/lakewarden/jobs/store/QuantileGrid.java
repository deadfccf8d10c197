package io.lakewarden.jobs.store;

import io.lakewarden.profile.Ecdf;
import java.util.ArrayList;
import java.util.List;

/**
 * Many quantiles of one distribution in one pass: the q-quantile of n values lies at place (n − 1)·q of their order,
 * linearly between neighbours, as that of {@code NumericProfile.quantile}.
 */
final class QuantileGrid {
    private QuantileGrid() {}

    /** The quantiles 1/steps, 2/steps, …, 1; none where there are no values. */
    static List<Double> of(Ecdf ecdf, int steps) {
        List<Double> quantiles = new ArrayList<>(steps);
        if (ecdf.count() == 0) {
            return quantiles;
        }
        double[] values = ecdf.values();
        long[] cumulative = ecdf.cumulativeCounts();
        int at = 0;
        for (int step = 1; step <= steps; step++) {
            double place = (ecdf.count() - 1) * ((double) step / steps);
            long floor = (long) Math.floor(place);
            while (cumulative[at] <= floor) {
                at++;
            }
            boolean stepsUp = cumulative[at] <= floor + 1 && at + 1 < values.length;
            quantiles.add(between(values[at], values[stepsUp ? at + 1 : at], place - floor));
        }
        return quantiles;
    }

    private static double between(double low, double high, double share) {
        double distance = high - low;
        return Double.isFinite(distance) ? low + distance * share : low * (1 - share) + high * share;
    }
}
