package io.lakewarden.jobs.store;

import io.lakewarden.drift.DatasetDrift;
import io.lakewarden.profile.DatasetProfile;
import io.lakewarden.result.MetricValue;
import io.lakewarden.result.Slice;
import java.util.Map;
import java.util.Objects;

/**
 * The drift of a window, or of one slice of it, against one other profile of the same slice.
 *
 * @param type what that other profile is
 * @param reference the profile compared with; its window is stored as {@code window_cmp}
 * @param current the window's profile
 * @param drift the outcome
 * @param numbers what was measured of the table as a whole, by name
 */
public record Comparison(
        DriftType type,
        DatasetProfile reference,
        DatasetProfile current,
        DatasetDrift drift,
        Map<String, MetricValue> numbers) {
    /** A comparison of which nothing was measured but drift. */
    public Comparison(DriftType type, DatasetProfile reference, DatasetProfile current, DatasetDrift drift) {
        this(type, reference, current, drift, Map.of());
    }

    public Comparison {
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(reference, "reference");
        Objects.requireNonNull(current, "current");
        Objects.requireNonNull(drift, "drift");
        numbers = Map.copyOf(numbers);
        if (!reference.slice().equals(current.slice())) {
            throw new IllegalArgumentException("a slice is compared with the same slice, but got " + current.slice()
                    + " and " + reference.slice());
        }
    }

    /** The rows compared. */
    public Slice slice() {
        return current.slice();
    }

    /** Whether all rows were compared, and not a slice of them. */
    public boolean ofAllRows() {
        return slice().equals(Slice.ALL);
    }
}
