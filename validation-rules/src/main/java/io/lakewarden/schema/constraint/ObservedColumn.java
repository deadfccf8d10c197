package io.lakewarden.schema.constraint;

import io.lakewarden.profile.ColumnProfile;
import java.util.Objects;
import java.util.Optional;

/**
 * What is known of a column when it is checked.
 *
 * @param current what is checked
 * @param previous the same column in the window before
 * @param reference the same column in the reference
 */
public record ObservedColumn(
        ColumnProfile current, Optional<ColumnProfile> previous, Optional<ColumnProfile> reference) {
    public ObservedColumn {
        Objects.requireNonNull(current, "current");
        Objects.requireNonNull(previous, "previous");
        Objects.requireNonNull(reference, "reference");
    }

    /** A column without any other to hold it against. */
    public static ObservedColumn alone(ColumnProfile current) {
        return new ObservedColumn(current, Optional.empty(), Optional.empty());
    }
}
