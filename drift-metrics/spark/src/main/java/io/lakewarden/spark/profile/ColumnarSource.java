package io.lakewarden.spark.profile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.expressions.Attribute;
import org.apache.spark.sql.catalyst.expressions.ExprId;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.trees.TreePattern;
import org.apache.spark.sql.execution.FileSourceScanExec;
import org.apache.spark.sql.execution.FilterExec;
import org.apache.spark.sql.execution.ProjectExec;
import org.apache.spark.sql.execution.SparkPlan;
import org.apache.spark.sql.vectorized.ColumnarBatch;
import scala.Tuple2;
import scala.collection.Seq;

/**
 * A dataset that is nothing but a columnar scan with predicates and a choice of columns above it.
 *
 * @param batches what the scan reads
 * @param filter the predicates, which Spark would evaluate row by row above the scan
 * @param positions where in a batch the columns of the dataset stand
 */
record ColumnarSource(JavaRDD<ColumnarBatch> batches, BatchFilter filter, List<Integer> positions) {
    /** The scan under a dataset; empty where rows are computed, joined or not stored in columns. */
    static Optional<ColumnarSource> of(Dataset<Row> data) {
        SparkPlan node = data.queryExecution().sparkPlan();
        Seq<Attribute> wanted = node.output();
        Set<ExprId> used = ids(wanted);
        List<Expression> conditions = new ArrayList<>();
        while (true) {
            if (node instanceof ProjectExec project && passesThrough(project, used)) {
                node = project.child();
            } else if (node instanceof FilterExec filter && canBeEvaluatedHere(filter.condition())) {
                conditions.add(0, filter.condition());
                used.addAll(ids(filter.condition().references().toSeq()));
                node = filter.child();
            } else {
                break;
            }
        }
        return scan(node)
                .map(scan -> new ColumnarSource(
                        scan.executeColumnar().toJavaRDD(),
                        new BatchFilter(conditions, scan.output()),
                        positions(wanted, scan.output())));
    }

    /** The states of all partitions. */
    JavaRDD<Tuple2<Long, byte[]>> scan(ScanSpec spec) {
        return batches.mapPartitionsWithIndex(
                new BatchScan(
                        spec,
                        filter,
                        positions.stream().mapToInt(Integer::intValue).toArray()),
                false);
    }

    /** Whether all that is used of a projection are columns below it; Delta computes some that nobody uses. */
    private static boolean passesThrough(ProjectExec project, Set<ExprId> used) {
        return ScalaLists.of(project.projectList()).stream()
                .allMatch(column -> column instanceof Attribute || !used.contains(column.exprId()));
    }

    private static Set<ExprId> ids(Seq<Attribute> attributes) {
        return ScalaLists.of(attributes).stream().map(Attribute::exprId).collect(Collectors.toSet());
    }

    /** Spark plans what a predicate asks of other tables; all else it evaluates row by row in their order, as is done here. */
    private static boolean canBeEvaluatedHere(Expression condition) {
        return !condition.containsPattern(TreePattern.PLAN_EXPRESSION());
    }

    private static Optional<SparkPlan> scan(SparkPlan node) {
        if (!node.children().isEmpty()) {
            return Optional.empty();
        }
        SparkPlan scan = node instanceof FileSourceScanExec files ? WideScan.columnar(files) : node;
        return scan.supportsColumnar() ? Optional.of(scan) : Optional.empty();
    }

    private static List<Integer> positions(Seq<Attribute> wanted, Seq<Attribute> columns) {
        Map<ExprId, Integer> places = new HashMap<>();
        ScalaLists.of(columns).forEach(column -> places.put(column.exprId(), places.size()));
        return ScalaLists.of(wanted).stream()
                .map(column -> places.get(column.exprId()))
                .toList();
    }
}
