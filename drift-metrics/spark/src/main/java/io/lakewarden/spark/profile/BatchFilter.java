package io.lakewarden.spark.profile;

import java.io.Serializable;
import java.util.List;
import org.apache.spark.sql.catalyst.expressions.Attribute;
import org.apache.spark.sql.catalyst.expressions.BasePredicate;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.Predicate$;
import org.apache.spark.sql.vectorized.ColumnarBatch;
import scala.collection.Seq;

/** The predicates that stand above a columnar scan: of windows, of the user, and of rows that Delta has deleted. */
final class BatchFilter implements Serializable {
    private final Expression[] conditions;
    private final Seq<Attribute> columns;

    /**
     * A filter for rows that satisfy all conditions.
     *
     * @param conditions the one next to the scan first: one that numbers rows or draws lots sees those that came so far
     * @param columns the columns of the batches
     */
    BatchFilter(List<Expression> conditions, Seq<Attribute> columns) {
        this.conditions = conditions.toArray(Expression[]::new);
        this.columns = columns;
    }

    /** The conditions made ready for a partition. */
    Evaluation start(int partition) {
        BasePredicate[] predicates = new BasePredicate[conditions.length];
        for (int i = 0; i < predicates.length; i++) {
            predicates[i] = Predicate$.MODULE$.create(conditions[i], columns);
            predicates[i].initialize(partition);
        }
        return new Evaluation(predicates);
    }

    /** The conditions in use; for one thread. */
    static final class Evaluation {
        private final BasePredicate[] predicates;

        private Evaluation(BasePredicate[] predicates) {
            this.predicates = predicates;
        }

        /** The rows of a batch that count. */
        BatchRows rowsOf(ColumnarBatch batch) {
            int size = batch.numRows();
            if (predicates.length == 0) {
                return BatchRows.all(size);
            }
            int[] kept = new int[size];
            int count = 0;
            for (int row = 0; row < size; row++) {
                if (accepts(batch, row)) {
                    kept[count++] = row;
                }
            }
            return count == size ? BatchRows.all(size) : BatchRows.at(kept, count);
        }

        private boolean accepts(ColumnarBatch batch, int row) {
            for (BasePredicate predicate : predicates) {
                if (!predicate.eval(batch.getRow(row))) {
                    return false;
                }
            }
            return true;
        }
    }
}
