package io.lakewarden.spark.profile;

import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.GetStructField;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructType;
import scala.Option;

/**
 * A column found by its {@linkplain ColumnPath path}, names compared to the letter. Spark's own lookup by name fails
 * where names differ in case only.
 *
 * @param column the column for use in expressions over the dataset it was found in
 * @param type its type
 */
public record ResolvedColumn(Column column, DataType type) {
    /** The column of a dataset at a path that leads through structs only; empty where there is none. */
    public static Optional<ResolvedColumn> find(Dataset<Row> data, String path) {
        List<String> names = ColumnPath.names(path);
        Optional<Expression> found = ScalaLists.of(
                        data.queryExecution().analyzed().output())
                .stream()
                .filter(attribute -> attribute.name().equals(names.get(0)))
                .<Expression>map(attribute -> attribute)
                .findFirst();
        for (String name : names.subList(1, names.size())) {
            found = found.flatMap(parent -> field(parent, name));
        }
        return found.map(expression -> new ResolvedColumn(new Column(expression), expression.dataType()));
    }

    private static Optional<Expression> field(Expression parent, String name) {
        return parent.dataType() instanceof StructType struct
                ? StructFields.position(struct, name).stream()
                        .<Expression>mapToObj(i -> new GetStructField(parent, i, Option.apply(name)))
                        .findFirst()
                : Optional.empty();
    }
}
