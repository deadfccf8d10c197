package io.lakewarden.drift;

import io.lakewarden.profile.ColumnKind;
import io.lakewarden.profile.ColumnProfile;
import io.lakewarden.profile.NumericProfile;
import java.util.Optional;
import java.util.Set;

/** A statistic over the finite values of numeric columns; unknown where a side has none. */
public abstract class NumberStatistic implements DriftStatistic {
    static final String NOT_KEPT = "the distribution is not kept in a counts-only profile";
    static final String TOO_LARGE = "the numbers are too large to compare";

    private final String name;

    NumberStatistic(String name) {
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
        Optional<String> missing = Comparability.whyWithoutNumbers(was.finite(), is.finite());
        return missing.isPresent() ? DriftScore.unknown(missing.get()) : measure(was, is);
    }

    /** The score of two sides with finite values. */
    abstract DriftScore measure(NumericProfile was, NumericProfile is);
}
