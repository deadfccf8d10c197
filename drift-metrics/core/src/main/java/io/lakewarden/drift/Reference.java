package io.lakewarden.drift;

import io.lakewarden.profile.DatasetProfile;
import java.util.List;
import java.util.Objects;

/**
 * What current data is held against.
 *
 * @param whole the full profile of the reference, counted in its own frozen bins
 * @param blocks counts-only profiles of the reference's own sub-windows of the current window's length, in the same
 *     bins; they show how much the reference itself moves. May be empty
 */
public record Reference(DatasetProfile whole, List<DatasetProfile> blocks) {
    public Reference {
        Objects.requireNonNull(whole, "whole");
        blocks = List.copyOf(blocks);
    }

    /** A reference without blocks. */
    public static Reference of(DatasetProfile whole) {
        return new Reference(whole, List.of());
    }
}
