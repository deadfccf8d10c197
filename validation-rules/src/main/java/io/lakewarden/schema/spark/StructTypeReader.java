package io.lakewarden.schema.spark;

import com.fasterxml.jackson.databind.JsonNode;
import io.lakewarden.schema.ColumnSchema;
import io.lakewarden.schema.ForeignSchema;
import io.lakewarden.schema.JsonText;
import io.lakewarden.schema.TableSchema;
import io.lakewarden.schema.constraint.ColumnConstraint;
import io.lakewarden.schema.constraint.PresenceConstraint;
import io.lakewarden.schema.constraint.TypeConstraint;
import io.lakewarden.spark.profile.ColumnPath;
import io.lakewarden.yaml.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * Reads the JSON that Spark's {@code StructType.json()} writes, and that Delta tables keep in their log: types, and columns
 * that are not nullable. Structs are flattened, arrays and maps count as themselves and as what they hold, as in profiles.
 */
public final class StructTypeReader {
    private static final String EXPECTED = "the JSON of a Spark StructType, {\"type\": \"struct\", \"fields\": […]}";

    /** JSON has older names for some types than SQL. */
    private static final Map<String, String> SQL_NAMES =
            Map.of("integer", "int", "long", "bigint", "short", "smallint", "byte", "tinyint");

    private final Reading reading;
    private final List<ColumnSchema> columns = new ArrayList<>();
    private final List<String> lost = new ArrayList<>();

    private StructTypeReader(Reading reading) {
        this.reading = reading;
    }

    /** The schema in a text; empty, and a problem of the reading, where the text is no StructType. */
    public static Optional<ForeignSchema<TableSchema>> read(String text, Reading reading) {
        return JsonText.object(text, reading, EXPECTED).flatMap(file -> {
            if (!isStruct(file)) {
                reading.problem(1, 1, "the file holds another JSON object; expected " + EXPECTED);
                return Optional.empty();
            }
            StructTypeReader reader = new StructTypeReader(reading);
            reader.fields(file, "");
            return Optional.of(new ForeignSchema<>(TableSchema.of(reader.columns), reader.lost));
        });
    }

    private static boolean isStruct(JsonNode type) {
        return type.path("type").asText("").equals("struct")
                && type.path("fields").isArray();
    }

    private void fields(JsonNode struct, String parent) {
        for (JsonNode field : struct.path("fields")) {
            String name = field.path("name").asText("");
            String path = parent.isEmpty() ? ColumnPath.of(name) : ColumnPath.child(parent, name);
            if (columns.stream().anyMatch(column -> column.name().equals(path))) {
                reading.problem(1, 1, "the column '" + path + "' is there twice");
                continue;
            }
            add(path, field.path("type"), field.path("nullable").asBoolean(true));
            if (field.path("metadata").size() > 0) {
                lost.add("'" + path + "' metadata: a schema of a table has no place for it");
            }
        }
    }

    private void add(String path, JsonNode type, boolean nullable) {
        if (isStruct(type) && type.path("fields").size() > 0) {
            fields(type, path);
            return;
        }
        List<ColumnConstraint> constraints = new ArrayList<>();
        constraints.add(TypeConstraint.of(name(type)));
        if (!nullable) {
            constraints.add(new PresenceConstraint(1, 0));
        }
        columns.add(ColumnSchema.of(path, constraints));
        switch (type.path("type").asText("")) {
            case "array" ->
                add(
                        ColumnPath.child(path, ColumnPath.ELEMENT),
                        type.path("elementType"),
                        type.path("containsNull").asBoolean(true));
            case "map" -> {
                add(ColumnPath.child(path, ColumnPath.KEY), type.path("keyType"), false);
                add(
                        ColumnPath.child(path, ColumnPath.VALUE),
                        type.path("valueType"),
                        type.path("valueContainsNull").asBoolean(true));
            }
            default -> {
                // a single value
            }
        }
    }

    /** A type as Spark's SQL has it. */
    private static String name(JsonNode type) {
        if (type.isTextual()) {
            return SQL_NAMES.getOrDefault(type.asText(), type.asText());
        }
        return switch (type.path("type").asText("")) {
            case "array" -> "array<" + name(type.path("elementType")) + ">";
            case "map" -> "map<" + name(type.path("keyType")) + "," + name(type.path("valueType")) + ">";
            case "struct" ->
                StreamSupport.stream(type.path("fields").spliterator(), false)
                        .map(field -> field.path("name").asText() + ":" + name(field.path("type")))
                        .collect(Collectors.joining(",", "struct<", ">"));
            case "udt" -> name(type.path("sqlType"));
            default -> type.toString();
        };
    }
}
