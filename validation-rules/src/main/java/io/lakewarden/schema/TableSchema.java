package io.lakewarden.schema;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What is expected of a table, column by column.
 *
 * @param rows {@code rows}: how large it is
 * @param newColumns {@code new_columns}: what becomes of a column that is not listed
 * @param environments {@code environments}: where data comes from, such as training and serving; a column is expected in
 *     each of them unless it says otherwise
 * @param columns {@code columns}: in their order
 */
public record TableSchema(
        RowsExpectation rows, Severity newColumns, List<String> environments, List<ColumnSchema> columns) {
    public TableSchema {
        Objects.requireNonNull(rows, "rows");
        Objects.requireNonNull(newColumns, "newColumns");
        environments = List.copyOf(environments);
        columns = List.copyOf(columns);
        Set<String> names = new HashSet<>();
        columns.forEach(column -> {
            if (!names.add(column.name())) {
                throw new IllegalArgumentException("column '" + column.name() + "' is there twice");
            }
        });
    }

    /** Columns in no particular environment, with any number of rows; a column more warns. */
    public static TableSchema of(List<ColumnSchema> columns) {
        return new TableSchema(RowsExpectation.NONE, Severity.WARN, List.of(), columns);
    }

    /** The column of that name. */
    public Optional<ColumnSchema> column(String name) {
        return columns.stream().filter(column -> column.name().equals(name)).findFirst();
    }

    /** Every environment that the schema knows: the usual ones, and those of single columns. */
    public List<String> knownEnvironments() {
        return Stream.concat(
                        environments.stream(),
                        columns.stream()
                                .flatMap(column -> Stream.concat(column.in().stream(), column.notIn().stream())))
                .distinct()
                .toList();
    }

    /** Whether a column is expected; without an environment every column is. */
    boolean expects(ColumnSchema column, Optional<String> environment) {
        return environment.map(it -> column.isExpectedIn(it, environments)).orElse(true);
    }
}
