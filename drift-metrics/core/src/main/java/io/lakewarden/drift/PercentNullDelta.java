package io.lakewarden.drift;

import io.lakewarden.profile.ColumnKind;
import io.lakewarden.profile.ColumnProfile;
import java.util.Set;

/**
 * Share of nulls now minus share of nulls in the reference, as a fraction in [−1, 1]; exact. Details: {@code reference}
 * and {@code current} shares, {@code p_value} of the two-proportion test.
 */
public final class PercentNullDelta implements DriftStatistic {
    static final String NAME = "percent_null_delta";

    /** The only form. */
    public PercentNullDelta() {}

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<ColumnKind> kinds() {
        return Set.of(ColumnKind.values());
    }

    @Override
    public DriftScore compare(ColumnProfile reference, ColumnProfile current) {
        return Proportions.difference(reference.nulls(), reference.count(), current.nulls(), current.count());
    }
}
