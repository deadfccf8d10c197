package io.lakewarden.drift;

import io.lakewarden.profile.ColumnKind;
import io.lakewarden.profile.ColumnProfile;
import java.util.Set;

/** A statistic over the counts of a {@link BinTable} and nothing else: exact whatever the size of the data. */
public abstract class BinStatistic implements DriftStatistic {
    private final String name;

    BinStatistic(String name) {
        this.name = name;
    }

    @Override
    public final String name() {
        return name;
    }

    @Override
    public Set<ColumnKind> kinds() {
        return Set.of(ColumnKind.NUMERIC, ColumnKind.CATEGORICAL, ColumnKind.BOOLEAN);
    }

    @Override
    public final DriftScore compare(ColumnProfile reference, ColumnProfile current) {
        return BinTable.of(reference, current)
                .map(this::compare)
                .orElseGet(() -> DriftScore.unknown(Comparability.whyWithoutBins(reference)));
    }

    /** The score of a table of counts. */
    public final DriftScore compare(BinTable table) {
        BinTable scope = scope(table);
        if (scope.referenceTotal() == 0) {
            return DriftScore.unknown("the reference has no values");
        }
        if (scope.currentTotal() == 0) {
            return DriftScore.unknown("the current data has no values");
        }
        return measure(scope);
    }

    /** The part of the table that the statistic measures: all of it, nulls included, unless it says otherwise. */
    BinTable scope(BinTable table) {
        return table;
    }

    /** The score of a table with rows on both sides. */
    abstract DriftScore measure(BinTable table);
}
