package io.lakewarden.spark.slice;

import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import io.lakewarden.spark.profile.ResolvedColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;

/**
 * The parts of one column that may make slices: values, or ranges between numbers.
 *
 * @param column its path
 * @param values texts, as Spark casts the column to; empty for ranges
 * @param edges where a range ends and the next begins, ascending; the outer ranges are open
 */
public record SliceCandidates(String column, List<String> values, List<Double> edges) {
    public SliceCandidates {
        Objects.requireNonNull(column, "column");
        values = List.copyOf(values);
        edges = List.copyOf(edges);
    }

    /** How many parts there are. */
    public int size() {
        return edges.isEmpty() ? values.size() : edges.size() + 1;
    }

    /** The part of a row, by its number; null in none of them. Absent where the rows have no such column. */
    Optional<Column> part(Dataset<Row> rows) {
        return ResolvedColumn.find(rows, column).map(found -> edges.isEmpty() ? ofValue(found) : ofRange(found));
    }

    private Column ofValue(ResolvedColumn cell) {
        Column text = cell.column().cast(DataTypes.StringType);
        Column part = lit(null).cast(DataTypes.IntegerType);
        for (int value = 0; value < values.size(); value++) {
            part = when(text.equalTo(lit(values.get(value))), value).otherwise(part);
        }
        return part;
    }

    /** NaN is in no range. */
    private Column ofRange(ResolvedColumn cell) {
        Column number = cell.column().cast(DataTypes.DoubleType);
        List<Column> below = new ArrayList<>();
        edges.forEach(edge -> below.add(number.lt(lit(edge))));
        Column part = lit(edges.size());
        for (int range = edges.size() - 1; range >= 0; range--) {
            part = when(below.get(range), range).otherwise(part);
        }
        return when(number.isNotNull().and(number.isNaN().equalTo(false)), part);
    }
}
