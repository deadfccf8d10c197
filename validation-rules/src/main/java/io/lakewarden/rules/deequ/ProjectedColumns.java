package io.lakewarden.rules.deequ;

import static org.apache.spark.sql.functions.col;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.expressions.Expression;

/**
 * The expressions that measures need, as columns with names of ours. Deequ looks columns up by name and parses its filters,
 * so that names with dots, backticks or the like would fail there; these never do.
 */
final class ProjectedColumns {
    private final Dataset<Row> data;
    private final String prefix;
    private final Map<Expression, String> names = new LinkedHashMap<>();

    ProjectedColumns(Dataset<Row> data) {
        this.data = data;
        String free = "lakewarden_rule";
        while (isTaken(data, free)) {
            free += "_";
        }
        this.prefix = free;
    }

    private static boolean isTaken(Dataset<Row> data, String prefix) {
        return Arrays.stream(data.schema().fieldNames())
                .anyMatch(name -> name.regionMatches(true, 0, prefix, 0, prefix.length()));
    }

    /** The name under which an expression is projected; equal expressions have one. */
    String of(Column column) {
        return names.computeIfAbsent(column.expr(), expression -> prefix + "_" + names.size());
    }

    /** The rows with the expressions beside their own columns. */
    Dataset<Row> project() {
        List<Column> columns = new ArrayList<>(List.of(col("*")));
        names.forEach((expression, name) -> columns.add(new Column(expression).as(name)));
        return data.select(columns.toArray(Column[]::new));
    }
}
