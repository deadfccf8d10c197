package io.lakewarden.schema;

import io.lakewarden.profile.BooleanColumnBuilder;
import io.lakewarden.profile.CategoricalColumnBuilder;
import io.lakewarden.profile.CollectionColumnBuilder;
import io.lakewarden.profile.ColumnBuilder;
import io.lakewarden.profile.ColumnKind;
import io.lakewarden.profile.ColumnSpec;
import io.lakewarden.profile.DatasetProfile;
import io.lakewarden.profile.NumericColumnBuilder;
import io.lakewarden.profile.ProfileBuilder;
import io.lakewarden.profile.ProfileDetail;
import io.lakewarden.profile.TemporalColumnBuilder;
import io.lakewarden.result.Slice;
import io.lakewarden.result.Window;
import io.lakewarden.yaml.ConfigProblem;
import io.lakewarden.yaml.Reading;
import io.lakewarden.yaml.YamlText;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Small tables, profiled through the public builders, and schema files read from texts. */
public final class Tables {
    static final Window WINDOW = Window.parse("2026-01-01/2026-02-01");

    private final Map<ColumnSpec, List<?>> columns = new LinkedHashMap<>();
    private final ProfileDetail detail;

    private Tables(ProfileDetail detail) {
        this.detail = detail;
    }

    public static Tables table() {
        return new Tables(ProfileDetail.FULL);
    }

    static Tables countsOnly() {
        return new Tables(ProfileDetail.COUNTS);
    }

    /** A column of values of Java; null is no value. A list of sizes makes a collection. */
    public Tables with(String name, String type, Object... values) {
        return with(name, type, Arrays.asList(values));
    }

    public Tables with(String name, String type, List<?> values) {
        columns.put(new ColumnSpec(name, kind(type), type), new ArrayList<>(values));
        return this;
    }

    private static ColumnKind kind(String type) {
        if (type.startsWith("array") || type.startsWith("map")) {
            return ColumnKind.COLLECTION;
        }
        return switch (type) {
            case "string" -> ColumnKind.CATEGORICAL;
            case "boolean" -> ColumnKind.BOOLEAN;
            case "date", "timestamp" -> ColumnKind.TEMPORAL;
            case "binary" -> ColumnKind.OPAQUE;
            default -> ColumnKind.NUMERIC;
        };
    }

    public DatasetProfile profile() {
        return profile(WINDOW);
    }

    DatasetProfile profile(Window window) {
        ProfileBuilder builder = new ProfileBuilder(List.copyOf(columns.keySet()), detail);
        List<List<?>> values = new ArrayList<>(columns.values());
        for (int column = 0; column < values.size(); column++) {
            for (Object value : values.get(column)) {
                add(builder.column(column), value);
            }
        }
        builder.addRows(values.stream().mapToInt(List::size).max().orElse(0));
        return builder.build(window, Slice.ALL);
    }

    private static void add(ColumnBuilder column, Object value) {
        if (value == null) {
            column.addNull();
        } else if (column instanceof NumericColumnBuilder numbers) {
            if (value instanceof Long || value instanceof Integer) {
                numbers.add(((Number) value).longValue());
            } else {
                numbers.add(((Number) value).doubleValue());
            }
        } else if (column instanceof CategoricalColumnBuilder texts) {
            texts.add((String) value);
        } else if (column instanceof BooleanColumnBuilder truths) {
            truths.add((Boolean) value);
        } else if (column instanceof TemporalColumnBuilder moments) {
            moments.add(ChronoUnit.MICROS.between(Instant.EPOCH, (Instant) value));
        } else {
            ((CollectionColumnBuilder) column).add((Integer) value);
        }
    }

    /** The schema in a text that has no problems. */
    public static TableSchema schema(String yaml) {
        Reading reading = new Reading(Path.of("schema.yaml"), "schema", Map.of());
        Optional<TableSchema> schema =
                YamlText.compose(yaml, reading, SchemaReader.KEYS).flatMap(SchemaReader::read);
        if (!reading.problems().isEmpty()) {
            throw new AssertionError(reading.problems() + "\n" + yaml);
        }
        return schema.orElseThrow();
    }

    /** What is wrong with a text. */
    static List<String> problems(String yaml) {
        Reading reading = new Reading(Path.of("schema.yaml"), "schema", Map.of());
        YamlText.compose(yaml, reading, SchemaReader.KEYS).ifPresent(SchemaReader::read);
        return reading.problems().stream().sorted().map(ConfigProblem::toString).toList();
    }

    static List<String> repeated(int times, String... values) {
        List<String> all = new ArrayList<>();
        for (String value : values) {
            all.addAll(Collections.nCopies(times, value));
        }
        return all;
    }
}
