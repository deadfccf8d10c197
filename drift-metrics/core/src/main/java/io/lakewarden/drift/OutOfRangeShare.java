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
 * edges. Details: the shares {@code below} and {@code above}, and {@code p_value} of the two-proportion test.
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
        long below = is.count(0);
        long above = is.count(edges.length);
        DriftScore score = Proportions.difference(0, was.finite(), below + above, is.total());
        return is.total() == 0
                ? score
                : score.with("below", MetricValue.exactly((double) below / is.total()))
                        .with("above", MetricValue.exactly((double) above / is.total()));
    }
}
