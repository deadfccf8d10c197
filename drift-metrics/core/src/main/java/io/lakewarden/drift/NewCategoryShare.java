package io.lakewarden.drift;

import io.lakewarden.profile.BinCounts;
import io.lakewarden.profile.CategoricalBinning;
import io.lakewarden.profile.CategoricalProfile;
import io.lakewarden.profile.ColumnKind;
import io.lakewarden.profile.ColumnProfile;
import io.lakewarden.result.MetricValue;
import java.util.Set;

/**
 * Share of present values in categories that the reference does not have, in [0, 1]; exact. Known only where the
 * reference's categories all are. Details: {@code expected}, the share that a reference of so many rows misses anyway, which is more than
 * nothing where many categories are rare; {@code p_value}, that so many are there by chance ({@link UnseenShare}). Where the reference's
 * categories were counted in bins only, both are upper bounds.
 */
public final class NewCategoryShare implements DriftStatistic {
    static final String NAME = "new_category_share";
    static final String EXPECTED = "expected";

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
        if (!binning.isComplete()) {
            return DriftScore.unknown("the reference has too many categories to know which are new");
        }
        if (reference.present() == 0 || current.present() == 0) {
            return DriftScore.unknown(
                    reference.present() == 0 ? "the reference has no values" : "the current data has no values");
        }
        long unseen = is.count(binning.elsewhere());
        UnseenShare chance =
                UnseenShare.of((CategoricalProfile) reference, reference.bins().orElseThrow());
        return DriftScore.exactly((double) unseen / current.present())
                .with(EXPECTED, MetricValue.exactly(chance.share()))
                .with(DriftScore.P_VALUE, MetricValue.exactly(chance.pValue(unseen, current.present())));
    }
}
