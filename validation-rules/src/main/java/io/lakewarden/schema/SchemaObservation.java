package io.lakewarden.schema;

import io.lakewarden.profile.ColumnProfile;
import io.lakewarden.profile.DatasetProfile;
import io.lakewarden.schema.constraint.ObservedColumn;
import java.util.Objects;
import java.util.Optional;

/**
 * What a schema is held against.
 *
 * @param current the profile that is checked
 * @param previous that of the window before, where there is one with rows
 * @param reference that of the reference, where there is one
 * @param environment where the data comes from; without one, every column is expected
 */
public record SchemaObservation(
        DatasetProfile current,
        Optional<DatasetProfile> previous,
        Optional<DatasetProfile> reference,
        Optional<String> environment) {
    public SchemaObservation {
        Objects.requireNonNull(current, "current");
        Objects.requireNonNull(previous, "previous");
        Objects.requireNonNull(reference, "reference");
        Objects.requireNonNull(environment, "environment");
    }

    /** A profile by itself. */
    public static SchemaObservation of(DatasetProfile current) {
        return new SchemaObservation(current, Optional.empty(), Optional.empty(), Optional.empty());
    }

    ObservedColumn column(ColumnProfile column) {
        return new ObservedColumn(
                column,
                previous.flatMap(profile -> profile.column(column.name())),
                reference.flatMap(profile -> profile.column(column.name())));
    }
}
