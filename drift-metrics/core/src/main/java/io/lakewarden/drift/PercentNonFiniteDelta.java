package io.lakewarden.drift;

import io.lakewarden.profile.ColumnKind;
import io.lakewarden.profile.ColumnProfile;
import io.lakewarden.profile.NumericProfile;
import java.util.Set;

/**
 * Share of NaN and ±∞ among present values now minus that of the reference, as a fraction in [−1, 1]; exact. Details as
 * in {@link PercentNullDelta}.
 */
public final class PercentNonFiniteDelta implements DriftStatistic {
    static final String NAME = "percent_non_finite_delta";

    /** The only form. */
    public PercentNonFiniteDelta() {}

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
        return Proportions.difference(nonFinite(reference), reference.present(), nonFinite(current), current.present());
    }

    private static long nonFinite(ColumnProfile profile) {
        return profile.present() - ((NumericProfile) profile).finite();
    }
}
