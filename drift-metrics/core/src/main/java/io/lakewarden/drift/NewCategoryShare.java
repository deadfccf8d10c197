package io.lakewarden.drift;

import io.lakewarden.profile.BinCounts;
import io.lakewarden.profile.CategoricalBinning;
import io.lakewarden.profile.ColumnKind;
import io.lakewarden.profile.ColumnProfile;
import java.util.Set;

/**
 * Share of present values in categories that the reference does not have, in [0, 1]; exact. Known only where the
 * reference's categories all are. Detail {@code p_value}: of the test that the reference merely missed them by chance.
 */
public final class NewCategoryShare implements DriftStatistic {
    static final String NAME = "new_category_share";

    /** The only form. */
    public NewCategoryShare() {}

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<ColumnKind> kinds() {
        return Set.of(ColumnKind.CATEGORICAL);
    }

    @Override
    public DriftScore compare(ColumnProfile reference, ColumnProfile current) {
        if (BinTable.of(reference, current).isEmpty()) {
            return DriftScore.unknown(Comparability.whyWithoutBins(reference));
        }
        BinCounts is = current.bins().orElseThrow();
        CategoricalBinning binning = (CategoricalBinning) is.binning();
        return binning.isComplete()
                ? Proportions.difference(0, reference.present(), is.count(binning.elsewhere()), current.present())
                : DriftScore.unknown("the reference has too many categories to know which are new");
    }
}
