package io.lakewarden.schema.constraint;

import io.lakewarden.profile.ColumnProfile;

/** One demand on one column, which its profile alone can answer. */
public sealed interface ColumnConstraint
        permits TypeConstraint,
                PresenceConstraint,
                ValencyConstraint,
                DomainConstraint,
                RangeConstraint,
                TimeRangeConstraint,
                NanConstraint,
                InfinityConstraint,
                UniqueConstraint,
                DistinctConstraint,
                LengthConstraint,
                FormatConstraint,
                ComparatorConstraint {
    /** The key that it stands under in a schema file; also the name of its finding. */
    String key();

    /** What stands under the key. */
    SchemaValue value();

    /** Whether the column keeps it. Never decided by a sketch's error. */
    Verdict check(ObservedColumn column);

    /** The least demanding change of it that the column surely keeps; itself where it does so already. */
    ColumnConstraint accepting(ColumnProfile column);

    /** What the column has, for the comment beside an inferred constraint; empty where the constraint says it. */
    String seen(ColumnProfile column);

    /** Whether no column can break it, so that it is not worth writing unless somebody did. */
    default boolean allowsEverything() {
        return false;
    }
}
