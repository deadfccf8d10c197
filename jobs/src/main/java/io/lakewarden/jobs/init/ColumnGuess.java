package io.lakewarden.jobs.init;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What a column is taken for.
 *
 * @param column the column
 * @param content what it holds
 * @param type the Spark SQL type to write down; absent where the storage has one that will do
 * @param nullValues the values that mean none, as they are written
 * @param counts how often each other value occurs
 * @param time how it writes times, where it does
 * @param note what a person should know of it
 */
record ColumnGuess(
        SampledColumn column,
        ColumnContent content,
        Optional<String> type,
        List<String> nullValues,
        Map<String, Integer> counts,
        Optional<TimeForm> time,
        Optional<String> note) {
    ColumnGuess {
        Objects.requireNonNull(column, "column");
        Objects.requireNonNull(content, "content");
        Objects.requireNonNull(type, "type");
        nullValues = List.copyOf(nullValues);
        counts = Collections.unmodifiableMap(counts);
        Objects.requireNonNull(time, "time");
        Objects.requireNonNull(note, "note");
    }

    String name() {
        return column.name();
    }

    String path() {
        return column.path();
    }

    int distinct() {
        return counts.size();
    }

    /** How many rows have a value. */
    long present() {
        return counts.values().stream().mapToLong(Integer::longValue).sum();
    }

    /** Whether no two rows have the same value, and all have one. */
    boolean isUnique() {
        return distinct() == column.texts().size();
    }
}
