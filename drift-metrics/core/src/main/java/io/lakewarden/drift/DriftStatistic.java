package io.lakewarden.drift;

import io.lakewarden.profile.ColumnKind;
import io.lakewarden.profile.ColumnProfile;
import java.util.Set;

/**
 * A pure measure of how far current data lies from the reference. A statistic never judges: a {@link Threshold} does.
 * A new one is one class and one line in {@link DriftStatistics}.
 */
public interface DriftStatistic {
    /** Name in the store and in configuration, in snake_case. */
    String name();

    /** The kinds of columns that it compares. */
    Set<ColumnKind> kinds();

    /**
     * The score of two profiles of one column with equal binning; unknown, with the reason, where a side has nothing to
     * compare.
     */
    DriftScore compare(ColumnProfile reference, ColumnProfile current);
}
