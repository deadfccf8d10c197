package io.lakewarden.jobs.run;

import io.lakewarden.jobs.config.MonitorConfig;
import io.lakewarden.jobs.config.SliceConfig;
import io.lakewarden.jobs.config.UserException;
import io.lakewarden.profile.BooleanProfile;
import io.lakewarden.profile.CategoricalProfile;
import io.lakewarden.profile.ColumnKind;
import io.lakewarden.profile.ColumnProfile;
import io.lakewarden.profile.ColumnSpec;
import io.lakewarden.profile.DatasetProfile;
import io.lakewarden.profile.FrequentValue;
import io.lakewarden.profile.SlicedProfile;
import io.lakewarden.result.Slice;
import io.lakewarden.spark.profile.SliceKey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a monitor's data is sliced by. The reference decides: the values that are most frequent in it stay the slices of
 * every window, whatever is frequent there.
 */
final class SliceKeys {
    /** A profile shortens longer texts, so that it does not know which they are. */
    private static final int LONGEST_VALUE = 256;

    private SliceKeys() {}

    /** Refuses what the reference cannot be sliced by, before it is profiled. */
    static void require(MonitorConfig config, MonitorRows reference) {
        Map<String, ColumnSpec> columns =
                reference.columns().stream().collect(Collectors.toMap(ColumnSpec::name, column -> column));
        List<String> problems = new ArrayList<>();
        config.slices().forEach((column, slice) -> obstacle(reference, column, slice)
                .or(() -> slice instanceof SliceConfig.MostFrequent
                        ? withoutNames(column, Optional.ofNullable(columns.get(column)))
                        : Optional.empty())
                .ifPresent(problem -> problems.add("slices: " + problem)));
        if (!problems.isEmpty()) {
            throw new UserException(String.join("\n", problems));
        }
    }

    private static Optional<String> obstacle(MonitorRows rows, String key, SliceConfig slice) {
        return slice instanceof SliceConfig.Where where
                ? rows.predicateObstacle(key, where.predicate())
                : rows.sliceObstacle(key)
                        .map(obstacle -> obstacle + "; choose a column of the reference with one value in each row");
    }

    /** The columns that a monitor slices by. */
    static List<String> columns(MonitorConfig config) {
        return config.slices().entrySet().stream()
                .filter(slice -> !(slice.getValue() instanceof SliceConfig.Where))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Why the most frequent values of a column are not known by name; empty where they are. */
    private static Optional<String> withoutNames(String column, Optional<ColumnSpec> spec) {
        if (spec.isEmpty()) {
            return Optional.of("column '" + column + "' is ignored, so that its most frequent values are not known;"
                    + " list the values, such as [a, b]");
        }
        ColumnKind kind = spec.get().kind();
        return kind == ColumnKind.CATEGORICAL || kind == ColumnKind.BOOLEAN
                ? Optional.empty()
                : Optional.of("the most frequent values of column '" + column + "' cannot be taken, for it is "
                        + spec.get().type() + "; list the values, or name it under columns.categorical");
    }

    /** The keys to slice a reference by. */
    static List<SliceKey> of(MonitorConfig config, DatasetProfile reference) {
        return config.slices().entrySet().stream()
                .map(slices -> slices.getValue() instanceof SliceConfig.Where where
                        ? SliceKey.where(slices.getKey(), where.predicate())
                        : new SliceKey(slices.getKey(), values(slices.getValue(), reference, slices.getKey())))
                .toList();
    }

    private static List<String> values(SliceConfig slice, DatasetProfile reference, String column) {
        return slice instanceof SliceConfig.Values list
                ? list.values()
                : mostFrequent(reference.column(column).orElseThrow())
                        .filter(value -> !value.equals(Slice.REST))
                        .filter(value -> value.codePointCount(0, value.length()) <= LONGEST_VALUE)
                        .distinct()
                        .limit(slice.most())
                        .toList();
    }

    private static Stream<String> mostFrequent(ColumnProfile column) {
        List<FrequentValue> values = column instanceof BooleanProfile truth
                ? Stream.of(value("true", truth.trues()), value("false", truth.falses()))
                        .filter(value -> value.lower() > 0)
                        .sorted(Comparator.comparing(FrequentValue::lower).reversed())
                        .toList()
                : ((CategoricalProfile) column).topValues(Integer.MAX_VALUE);
        return values.stream().map(FrequentValue::value);
    }

    private static FrequentValue value(String value, long count) {
        return new FrequentValue(value, count, count);
    }

    /** The keys that a reference was sliced by, as far as rows have what they ask for. */
    static List<SliceKey> of(MonitorConfig config, SlicedProfile reference, MonitorRows rows) {
        Map<String, List<String>> values = new TreeMap<>();
        for (Slice slice : reference.sliceNames()) {
            List<String> ofKey = values.computeIfAbsent(slice.key(), key -> new ArrayList<>());
            if (!slice.isRest()) {
                ofKey.add(slice.value());
            }
        }
        return values.entrySet().stream()
                .map(key -> config.slices().get(key.getKey()) instanceof SliceConfig.Where where
                        ? SliceKey.where(key.getKey(), where.predicate())
                        : new SliceKey(key.getKey(), key.getValue()))
                .filter(key -> key.predicate()
                        .map(it -> rows.predicateObstacle(key.column(), it))
                        .orElseGet(() -> rows.sliceObstacle(key.column()))
                        .isEmpty())
                .toList();
    }

    /** What tells the slices of a monitor from others; nothing where it has none. */
    static List<String> identity(MonitorConfig config) {
        List<String> parts = new ArrayList<>();
        config.slices().forEach((column, slice) -> {
            parts.add(column);
            if (slice instanceof SliceConfig.Where where) {
                parts.add("where " + where.predicate());
            } else if (slice instanceof SliceConfig.Values list) {
                parts.add(slice.most() + " values");
                parts.addAll(list.values());
            } else {
                parts.add(slice.most() + " most frequent");
            }
        });
        return parts;
    }
}
