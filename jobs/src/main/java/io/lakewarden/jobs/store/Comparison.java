package io.lakewarden.jobs.store;

import io.lakewarden.drift.DatasetDrift;
import io.lakewarden.profile.DatasetProfile;
import io.lakewarden.result.MetricValue;
import io.lakewarden.result.Slice;
import java.util.HashMap;
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
 * @param columnNumbers what was measured of columns beside their drift, by column and name
 */
public record Comparison(
        DriftType type,
        DatasetProfile reference,
        DatasetProfile current,
        DatasetDrift drift,
        Map<String, MetricValue> numbers,
        Map<String, Map<String, MetricValue>> columnNumbers) {
    /** A comparison of which nothing was measured but drift. */
    public Comparison(DriftType type, DatasetProfile reference, DatasetProfile current, DatasetDrift drift) {
        this(type, reference, current, drift, Map.of(), Map.of());
    }

    public Comparison {
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(reference, "reference");
        Objects.requireNonNull(current, "current");
        Objects.requireNonNull(drift, "drift");
        numbers = Map.copyOf(numbers);
        columnNumbers = Map.copyOf(columnNumbers);
        if (!reference.slice().equals(current.slice())) {
            throw new IllegalArgumentException("a slice is compared with the same slice, but got " + current.slice()
                    + " and " + reference.slice());
        }
    }

    /** The same with another outcome. */
    public Comparison withDrift(DatasetDrift other) {
        return new Comparison(type, reference, current, other, numbers, columnNumbers);
    }

    /** The same with more that was measured, of the table and of columns. */
    public Comparison withNumbers(Map<String, MetricValue> ofTable, Map<String, Map<String, MetricValue>> ofColumns) {
        Map<String, MetricValue> all = new HashMap<>(numbers);
        all.putAll(ofTable);
        return new Comparison(type, reference, current, drift, all, ofColumns);
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
