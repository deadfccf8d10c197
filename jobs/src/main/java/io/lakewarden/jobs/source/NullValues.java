package io.lakewarden.jobs.source;

import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.trim;
import static org.apache.spark.sql.functions.when;

import io.lakewarden.jobs.config.UserException;
import io.lakewarden.profile.ColumnSpec;
import io.lakewarden.spark.profile.ColumnPath;
import io.lakewarden.spark.profile.DatasetColumns;
import io.lakewarden.spark.profile.ResolvedColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.expressions.Attribute;
import org.apache.spark.sql.catalyst.expressions.Cast;
import org.apache.spark.sql.catalyst.expressions.EvalMode;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.BinaryType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.sql.types.StringType;
import org.apache.spark.sql.types.StructType;
import scala.Option;

/**
 * Values that stand for "no value" in a column, such as -200 in a column of temperatures: they are read as null. In
 * a text column spaces around a value do not count; in any other, values are compared as the column's type.
 */
final class NullValues {
    private static final String KEY = "source.null_values";

    private NullValues() {}

    /** The rows with those values gone. A value that is none of the column's type is in no row. */
    static Dataset<Row> removed(Dataset<Row> data, Map<String, List<String>> byColumn) {
        if (byColumn.isEmpty()) {
            return data;
        }
        requireColumns(data, byColumn);
        List<Column> columns = new ArrayList<>();
        for (Attribute attribute : Attributes.of(data)) {
            Column column = new Column(attribute);
            for (Map.Entry<String, List<String>> entry : byColumn.entrySet()) {
                List<String> names = ColumnPath.names(entry.getKey());
                if (names.get(0).equals(attribute.name())) {
                    ResolvedColumn part =
                            ResolvedColumn.find(data, entry.getKey()).orElseThrow();
                    column = NestedColumn.replaced(column, names, withoutNulls(part, entry.getValue()));
                }
            }
            columns.add(column);
        }
        return data.select(columns.toArray(Column[]::new));
    }

    /** Refuses values that the column of a typed table cannot hold: they would have no effect, and nobody would miss it. */
    static Dataset<Row> requireFit(Dataset<Row> data, Map<String, List<String>> byColumn) {
        requireColumns(data, byColumn);
        byColumn.forEach((path, values) -> {
            DataType type = ResolvedColumn.find(data, path).orElseThrow().type();
            for (String value : values) {
                if (!(type instanceof StringType) && typed(value, type).isEmpty()) {
                    throw new UserException(KEY + ": '" + value + "' of column '" + path + "' is no "
                            + type.simpleString() + ", which is the column's type");
                }
            }
        });
        return data;
    }

    private static void requireColumns(Dataset<Row> data, Map<String, List<String>> byColumn) {
        byColumn.keySet().forEach(path -> {
            DataType type = find(data, path)
                    .orElseThrow(() -> new UserException(
                            KEY + ": there is no column '" + path + "'" + ColumnHint.of(path, paths(data))))
                    .type();
            if (type instanceof StructType
                    || type instanceof ArrayType
                    || type instanceof MapType
                    || type instanceof BinaryType) {
                throw new UserException(KEY + ": column '" + path + "' is " + type.simpleString()
                        + "; expected a column of texts, numbers, times or truths");
            }
        });
    }

    private static Optional<ResolvedColumn> find(Dataset<Row> data, String path) {
        try {
            return ResolvedColumn.find(data, path);
        } catch (IllegalArgumentException e) {
            throw new UserException(KEY + ": " + e.getMessage(), e);
        }
    }

    private static List<String> paths(Dataset<Row> data) {
        return DatasetColumns.of(data.schema(), Set.of(), Set.of()).stream()
                .map(ColumnSpec::name)
                .toList();
    }

    private static Column withoutNulls(ResolvedColumn part, List<String> values) {
        Column value = part.column();
        Column isNull = lit(false);
        if (part.type() instanceof StringType) {
            isNull = trim(value).isin(values.toArray());
        } else {
            for (String text : values) {
                isNull = typed(text, part.type())
                        .map(value::equalTo)
                        .map(isNull::or)
                        .orElse(isNull);
            }
        }
        return when(isNull, lit(null)).otherwise(value);
    }

    /** A text as a value of a type; empty where it is none. */
    private static Optional<Column> typed(String text, DataType type) {
        Cast cast = new Cast(lit(text).expr(), type, Option.apply("UTC"), EvalMode.TRY());
        return cast.eval(null) == null ? Optional.empty() : Optional.of(new Column(cast));
    }
}
