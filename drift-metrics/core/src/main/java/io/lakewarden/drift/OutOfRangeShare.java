package io.lakewarden.drift;

import io.lakewarden.profile.BinCounts;
import io.lakewarden.profile.ColumnKind;
import io.lakewarden.profile.ColumnProfile;
import io.lakewarden.profile.NumericBinning;
import io.lakewarden.profile.NumericProfile;
import io.lakewarden.result.MetricValue;
import java.util.Set;

/**
 * Share of finite values below the reference's minimum or above its maximum, in [0, 1]; exact, because both are frozen
 * edges. Details: the shares {@code below} and {@code above}, and {@code p_value}, the probability that so many values of one law in
 * random order lie outside of the range of the first of them: whatever the law, and smaller yet with ties. (The test of two shares would
 * forget that the reference has chosen its own range.)
 */
public final class OutOfRangeShare implements DriftStatistic {
    static final String NAME = "out_of_range_share";

    /** The only form. */
    public OutOfRangeShare() {}

    @Override
    public String name() {
        return NAME;
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
        NumericProfile was = (NumericProfile) reference;
        BinCounts is = current.bins().orElseThrow();
        double[] edges = ((NumericBinning) is.binning()).edges();
        if (!NumericBins.separatesOutside(was, edges)) {
            return DriftScore.unknown("the frozen bins do not end at the reference's minimum and maximum");
        }
        double below = is.count(0);
        double above = is.count(edges.length);
        double all = is.total();
        if (all == 0) {
            return DriftScore.unknown("the current data has no values");
        }
        return DriftScore.exactly((below + above) / all)
                .with("below", MetricValue.exactly(below / all))
                .with("above", MetricValue.exactly(above / all))
                .with(
                        DriftScore.P_VALUE,
                        MetricValue.exactly(RangeLaw.pValue(reference.bins().orElseThrow(), is)));
    }
}
