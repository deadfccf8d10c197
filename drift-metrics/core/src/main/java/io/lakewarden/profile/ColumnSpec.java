package io.lakewarden.profile;

import java.util.Objects;
import java.util.Optional;

/**
 * What a profile is told of one column before the scan.
 *
 * @param name path of the column, see docs/profiles.md for nested names
 * @param kind how it is profiled
 * @param type the type in the source, as Spark prints it, such as {@code decimal(10,2)}
 * @param binning the frozen bins to count in the same scan, where a reference has set them
 */
public record ColumnSpec(String name, ColumnKind kind, String type, Optional<Binning> binning) {
    public ColumnSpec {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(binning, "binning");
    }

    /** A column without frozen bins. */
    public ColumnSpec(String name, ColumnKind kind, String type) {
        this(name, kind, type, Optional.empty());
    }
}
