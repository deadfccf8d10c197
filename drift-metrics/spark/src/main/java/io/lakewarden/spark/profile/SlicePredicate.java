package io.lakewarden.spark.profile;

import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.Attribute;
import org.apache.spark.sql.catalyst.expressions.BasePredicate;
import org.apache.spark.sql.catalyst.expressions.ExprId;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.Predicate$;
import org.apache.spark.sql.catalyst.optimizer.ReplaceExpressions$;
import org.apache.spark.sql.catalyst.plans.logical.Filter;
import org.apache.spark.sql.vectorized.ColumnVector;
import org.apache.spark.sql.vectorized.ColumnarBatchRow;
import scala.collection.Seq;

/** The two slices of a predicate: rows for which it is true, and the rest, for which it is false or null. */
final class SlicePredicate implements SliceRule {
    private static final int TRUE = 0;
    private static final int REST = 1;

    private final Expression condition;
    private final Seq<Attribute> columns;

    private SlicePredicate(Expression condition, Seq<Attribute> columns) {
        this.condition = condition;
        this.columns = columns;
    }

    /**
     * A predicate as Spark understands it over a dataset.
     *
     * @throws IllegalArgumentException if it is more than a condition on single rows
     */
    static Expression condition(Dataset<Row> data, String predicate) {
        // What stands for another expression is put in its place by the optimizer, which does not come to see this one.
        if (ReplaceExpressions$.MODULE$.apply(
                        data.where(predicate).queryExecution().analyzed())
                instanceof Filter filter) {
            return filter.condition();
        }
        throw new IllegalArgumentException("'" + predicate + "' is no condition on single rows");
    }

    /** Which columns a condition looks at. */
    static Set<ExprId> columns(Expression condition) {
        return ScalaLists.of(condition.references().toSeq()).stream()
                .map(Attribute::exprId)
                .collect(Collectors.toSet());
    }

    /** The rule for rows of those columns, in their order. */
    static SlicePredicate over(Expression condition, Seq<Attribute> columns) {
        return new SlicePredicate(condition, columns);
    }

    @Override
    public int count() {
        return REST + 1;
    }

    @Override
    public ToIntFunction<InternalRow> ofRows(int partition) {
        BasePredicate predicate = predicate(partition);
        return row -> predicate.eval(row) ? TRUE : REST;
    }

    @Override
    public SliceSplit ofBatches(int partition) {
        return new Split(predicate(partition));
    }

    private BasePredicate predicate(int partition) {
        BasePredicate predicate = Predicate$.MODULE$.create(condition, columns);
        predicate.initialize(partition);
        return predicate;
    }

    private record Split(BasePredicate predicate) implements SliceSplit {
        @Override
        public int count() {
            return REST + 1;
        }

        @Override
        public int[] slices(ColumnVector[] vectors, BatchRows rows) {
            ColumnarBatchRow row = new ColumnarBatchRow(vectors);
            int[] slices = new int[rows.count()];
            for (int i = 0; i < slices.length; i++) {
                row.rowId = rows.at(i);
                slices[i] = predicate.eval(row) ? TRUE : REST;
            }
            return slices;
        }
    }
}
