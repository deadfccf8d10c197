package io.lakewarden.jobs.config;

import io.lakewarden.jobs.config.SliceConfig.MostFrequent;
import io.lakewarden.jobs.config.SliceConfig.Values;
import io.lakewarden.jobs.config.SliceConfig.Where;
import io.lakewarden.result.Slice;
import io.lakewarden.yaml.Field;
import io.lakewarden.yaml.Section;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads {@link SliceConfig} by column. */
final class SlicesReader {
    private static final String EXPECTED =
            "a whole number from 1 to " + SliceConfig.MOST_VALUES + ", or a list of values such as [a, b]";

    private SlicesReader() {}

    static Map<String, SliceConfig> read(Section section) {
        Map<String, SliceConfig> slices = new LinkedHashMap<>();
        section.entries().forEach((column, field) -> slice(field).ifPresent(slice -> slices.put(column, slice)));
        int values = slices.values().stream().mapToInt(SliceConfig::most).sum();
        if (values > SliceConfig.MOST_VALUES) {
            section.problem("slices has " + values + " values of all columns together; expected at most "
                    + SliceConfig.MOST_VALUES + ": every slice costs the memory of a profile");
        }
        return slices;
    }

    private static Optional<SliceConfig> slice(Field field) {
        if (field.isMapping()) {
            return field.section("the key where").flatMap(SlicesReader::predicate);
        }
        if (!field.isList()) {
            return field.integer(1, SliceConfig.MOST_VALUES, EXPECTED).map(count -> new MostFrequent(count.intValue()));
        }
        List<Field> items = field.items();
        if (items.isEmpty() || items.size() > SliceConfig.MOST_VALUES) {
            field.problem(field.path() + " is a list of " + items.size() + " values; expected 1 to "
                    + SliceConfig.MOST_VALUES);
            return Optional.empty();
        }
        Set<String> values = new LinkedHashSet<>();
        items.forEach(item -> value(item).ifPresent(value -> {
            if (!values.add(value)) {
                item.problem(item.path() + ": the value '" + value + "' is in " + field.path() + " twice");
            }
        }));
        return Optional.of(new Values(List.copyOf(values)));
    }

    private static Optional<SliceConfig> predicate(Section slice) {
        Optional<String> predicate = slice.required("where", "a Spark SQL predicate on rows")
                .flatMap(it -> it.text("a Spark SQL predicate"));
        slice.close();
        return predicate.map(Where::new);
    }

    private static Optional<String> value(Field item) {
        if (item.isNull()) {
            item.problem(item.path() + " is no value: rows without one are in the rest; expected a text, in quotes"
                    + " where it is 'null' or '~'");
            return Optional.empty();
        }
        return item.rawText("a value of the column").filter(value -> {
            boolean rest = value.equals(Slice.REST);
            if (rest) {
                item.problem(item.path() + " is '" + value
                        + "', which stands for all values that are not listed; leave it out");
            }
            return !rest;
        });
    }
}
