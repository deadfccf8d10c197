package io.lakewarden.drift;

import io.lakewarden.profile.ColumnKind;
import java.util.Set;

/**
 * A statistic of a share: of present values of two kinds, such as true and false. Unknown where there are more kinds, new
 * categories included; where there is one alone, nothing differs.
 */
abstract class TwoCategoryStatistic extends BinStatistic {
    TwoCategoryStatistic(String name) {
        super(name);
    }

    @Override
    public final Set<ColumnKind> kinds() {
        return Set.of(ColumnKind.CATEGORICAL, ColumnKind.BOOLEAN);
    }

    @Override
    final BinTable scope(BinTable table) {
        return table.withoutNulls();
    }

    @Override
    final DriftScore measure(BinTable table) {
        if (table.bins().size() > 2) {
            return DriftScore.unknown("there are more than two categories");
        }
        Bin counted = table.bins().get(0);
        return measure(
                new TwoShares(counted.reference(), table.referenceTotal(), counted.current(), table.currentTotal()));
    }

    /** The score of the share of the first category, which is true for booleans. */
    abstract DriftScore measure(TwoShares shares);
}
