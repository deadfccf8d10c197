package io.lakewarden.drift;

import io.lakewarden.profile.BinCounts;
import io.lakewarden.profile.ColumnKind;
import io.lakewarden.profile.ColumnProfile;
import io.lakewarden.profile.NumericBinning;
import io.lakewarden.result.MetricValue;
import java.util.Set;

/**
 * max |F − G| over the frozen edges only: an exact lower bound of the Kolmogorov–Smirnov statistic of the finite
 * values, whatever the size of the data. In [0, 1], symmetric.
 */
public final class KolmogorovSmirnovLowerBound implements DriftStatistic {
    /** The only form. */
    public KolmogorovSmirnovLowerBound() {}

    @Override
    public String name() {
        return "ks_lower_bound";
    }

    @Override
    public Set<ColumnKind> kinds() {
        return Set.of(ColumnKind.NUMERIC);
    }

    @Override
    public DriftScore compare(ColumnProfile reference, ColumnProfile current) {
        if (BinTable.of(reference, current).isEmpty()) {
            return DriftScore.unknown(Comparability.whyWithoutBins(reference));
        }
        boolean empty = reference.bins().orElseThrow().total() == 0
                || current.bins().orElseThrow().total() == 0;
        return empty
                ? DriftScore.of(MetricValue.unknown("a side has no finite numbers"))
                : DriftScore.exactly(largestGap(reference, current));
    }

    /** The bound, 0 where there are no common bins to read it from. */
    double largestGap(ColumnProfile reference, ColumnProfile current) {
        if (reference.bins().isEmpty()
                || current.bins().isEmpty()
                || !reference.bins().get().binning().equals(current.bins().get().binning())) {
            return 0;
        }
        BinCounts was = reference.bins().get();
        BinCounts is = current.bins().get();
        int edges = ((NumericBinning) was.binning()).edges().length;
        long wasSoFar = 0;
        long isSoFar = 0;
        double largest = 0;
        for (int bin = 0; bin < edges; bin++) {
            wasSoFar += was.count(bin);
            isSoFar += is.count(bin);
            largest = Math.max(largest, Math.abs((double) wasSoFar / was.total() - (double) isSoFar / is.total()));
        }
        return largest;
    }
}
