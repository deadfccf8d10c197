package io.lakewarden.drift;

import io.lakewarden.result.MetricValue;

/**
 * max |p − q|: the largest change of one bin's share among present values (nulls have {@code percent_null_delta}). A
 * metric in [0, 1]. Needs no smoothing. Detail {@code normalized_absolute_difference} = max |a − b| / (N + M) of the counts a
 * and b themselves, in [0, 1], which TensorFlow Data Validation offers beside L∞ (its {@code normalized_abs_difference}): it
 * is small where a side has few rows, but also counts more rows of the same shares as a change.
 */
public final class LInfinityDistance extends BinStatistic {
    static final String NAME = "l_infinity_distance";

    /** The only form. */
    public LInfinityDistance() {
        super(NAME);
    }

    @Override
    BinTable scope(BinTable table) {
        return table.withoutNulls();
    }

    @Override
    DriftScore measure(BinTable table) {
        double[] p = table.referenceShares();
        double[] q = table.currentShares();
        double largest = 0;
        double largestOfCounts = 0;
        for (int bin = 0; bin < p.length; bin++) {
            largest = Math.max(largest, Math.abs(p[bin] - q[bin]));
            Bin counts = table.bins().get(bin);
            largestOfCounts = Math.max(largestOfCounts, Math.abs((double) counts.reference() - counts.current()));
        }
        double rows = (double) table.referenceTotal() + table.currentTotal();
        return DriftScore.exactly(largest)
                .with("normalized_absolute_difference", MetricValue.exactly(largestOfCounts / rows));
    }
}
