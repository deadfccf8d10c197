package io.lakewarden.drift.preset;

import io.lakewarden.profile.BooleanProfile;
import io.lakewarden.profile.CategoricalProfile;
import io.lakewarden.profile.ColumnProfile;
import io.lakewarden.profile.NumericProfile;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** How often each different value of a column occurs. */
final class ValueCounts {
    static final String TOO_MANY =
            "it counts every different value, and the column has more than a profile keeps exactly";

    private ValueCounts() {}

    /** Of finite numbers, texts or truth values; empty where there are too many to be kept, or for another kind. */
    static Optional<SortedMap<Object, Long>> of(ColumnProfile profile) {
        if (profile instanceof NumericProfile numbers) {
            return numbers.exactCounts().map(ValueCounts::copy);
        }
        if (profile instanceof CategoricalProfile texts) {
            return texts.exactCounts().map(ValueCounts::copy);
        }
        if (profile instanceof BooleanProfile truths) {
            SortedMap<Object, Long> counts = new TreeMap<>();
            counts.put(false, truths.falses());
            counts.put(true, truths.trues());
            counts.values().removeIf(count -> count == 0);
            return Optional.of(counts);
        }
        return Optional.empty();
    }

    private static SortedMap<Object, Long> copy(Map<?, Long> counts) {
        return new TreeMap<>(counts);
    }

    /** The counts of all values of both sides, side by side. */
    static double[][] sideBySide(SortedMap<Object, Long> first, SortedMap<Object, Long> second) {
        SortedSet<Object> values = new TreeSet<>(first.keySet());
        values.addAll(second.keySet());
        return new double[][] {counts(values, first), counts(values, second)};
    }

    private static double[] counts(SortedSet<Object> values, Map<Object, Long> counts) {
        return values.stream()
                .mapToDouble(value -> (double) counts.getOrDefault(value, 0L))
                .toArray();
    }
}
