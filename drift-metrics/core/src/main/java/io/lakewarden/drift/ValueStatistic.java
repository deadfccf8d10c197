package io.lakewarden.drift;

import io.lakewarden.profile.ColumnKind;
import io.lakewarden.profile.ColumnProfile;
import io.lakewarden.profile.Ecdf;
import io.lakewarden.profile.NumericProfile;
import io.lakewarden.result.MetricValue;
import java.util.Optional;
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
        NumericProfile was = (NumericProfile) reference;
        NumericProfile is = (NumericProfile) current;
        Optional<String> missing = Comparability.whyWithoutNumbers(was, is);
        if (missing.isPresent()) {
            return DriftScore.unknown(missing.get());
        }
        Ecdf first = was.ecdf();
        Ecdf second = is.ecdf();
        if (first.count() != was.finite() || second.count() != is.finite()) {
            return DriftScore.unknown(NOT_KEPT);
        }
        if (first.rankError() == 0 && second.rankError() == 0) {
            return compare(WeightedValues.of(first), WeightedValues.of(second));
        }
        SketchedSides sides = new SketchedSides(
                first.rankError(),
                second.rankError(),
                Math.min(number(was.minimum()), number(is.minimum())),
                Math.max(number(was.maximum()), number(is.maximum())));
        return fromSketches(WeightedValues.of(first), WeightedValues.of(second), sides);
    }

    /** The score of the values of both sides, such as those of an exact pass over the data. */
    public final DriftScore compare(WeightedValues reference, WeightedValues current) {
        if (reference.total() == 0) {
            return DriftScore.unknown("the reference has no finite numbers");
        }
        return current.total() == 0
                ? DriftScore.unknown("there are no finite numbers")
                : fromValues(reference, current);
    }

    private static double number(MetricValue value) {
        return value.number().orElseThrow();
    }

    /** The score of sides with values. */
    abstract DriftScore fromValues(WeightedValues reference, WeightedValues current);

    /** The score from the steps of the sketches' distribution functions. */
    DriftScore fromSketches(WeightedValues reference, WeightedValues current, SketchedSides sides) {
        return DriftScore.unknown(NEEDS_VALUES);
    }
}
