package io.lakewarden.schema;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a schema file says to people beside what it says.
 *
 * @param header sentences at its top
 * @param rows beside {@code rows}
 * @param columns sentences above a column
 * @param constraints beside a constraint, by column and key
 */
public record SchemaComments(
        List<String> header,
        Optional<String> rows,
        Map<String, List<String>> columns,
        Map<String, Map<String, String>> constraints) {
    /** None. */
    public static final SchemaComments NONE = new SchemaComments(List.of(), Optional.empty(), Map.of(), Map.of());

    public SchemaComments {
        header = List.copyOf(header);
        columns = new LinkedHashMap<>(columns);
        constraints = new LinkedHashMap<>(constraints);
    }

    /** The same with other sentences at the top. */
    public SchemaComments under(List<String> other) {
        return new SchemaComments(other, rows, columns, constraints);
    }

    List<String> of(String column) {
        return columns.getOrDefault(column, List.of());
    }

    Optional<String> of(String column, String key) {
        return Optional.ofNullable(constraints.getOrDefault(column, Map.of()).get(key));
    }
}
