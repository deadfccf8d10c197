package io.lakewarden.drift;

import io.lakewarden.profile.ColumnKind;
import io.lakewarden.profile.ColumnProfile;
import io.lakewarden.profile.NumericProfile;
import java.util.Set;

/**
 * A statistic over the finite values themselves. From profiles it is exact while both keep their distribution exactly;
 * beyond, it is an interval where the sketches' rank errors bound it, and unknown otherwise.
 */
public abstract class ValueStatistic implements DriftStatistic {
    static final String NEEDS_VALUES =
            "it needs the values themselves: the column has more distinct values than a profile keeps exactly";
    static final String NOT_KEPT = "the distribution is not kept in a counts-only profile";
    static final String TOO_LARGE = "the numbers are too large to compare";

    private final String name;

    ValueStatistic(String name) {
        this.name = name;
    }

    @Override
    public final String name() {
        return name;
    }

    @Override
    public final Set<ColumnKind> kinds() {
        return Set.of(ColumnKind.NUMERIC);
    }

    @Override
    public final DriftScore compare(ColumnProfile reference, ColumnProfile current) {
        return compare(ValueSides.of((NumericProfile) reference, (NumericProfile) current));
    }

    /** The score of the values of both sides, such as those of an exact pass over the data. */
    public final DriftScore compare(WeightedValues reference, WeightedValues current) {
        return compare(ValueSides.exactly(reference, current));
    }

    final DriftScore compare(ValueSides sides) {
        if (sides.missing().isPresent()) {
            return DriftScore.unknown(sides.missing().get());
        }
        return sides.error() == 0 ? fromValues(sides.pooled()) : fromSketches(sides.pooled(), sides);
    }

    /** The score of sides with values. */
    abstract DriftScore fromValues(PooledValues pooled);

    /** The score from the steps of the sketches' distribution functions. */
    DriftScore fromSketches(PooledValues pooled, ValueSides sides) {
        return DriftScore.unknown(NEEDS_VALUES);
    }
}
