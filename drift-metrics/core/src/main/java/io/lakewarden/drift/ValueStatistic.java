package io.lakewarden.drift;

import io.lakewarden.profile.NumericProfile;

/**
 * A statistic over the finite values themselves. From profiles it is exact while both keep their distribution exactly;
 * beyond, it is an interval where the sketches' rank errors bound it, and unknown otherwise.
 */
public abstract class ValueStatistic extends NumberStatistic {
    static final String NEEDS_VALUES =
            "it needs the values themselves: the column has more distinct values than a profile keeps exactly";

    ValueStatistic(String name) {
        super(name);
    }

    @Override
    final DriftScore measure(NumericProfile was, NumericProfile is) {
        return compare(ValueSides.of(was, is));
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
