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
import scala.Tuple2;
import scala.collection.Seq;

/**
 * A dataset that is nothing but a columnar scan with predicates and a choice of columns above it.
 *
 * @param scan what reads the batches
 * @param conditions the predicates, which Spark would evaluate row by row above the scan; the one next to it first
 * @param columns of the dataset, in its order
 */
record ColumnarSource(SparkPlan scan, List<Expression> conditions, List<Attribute> columns) {
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
        return scan(node).map(scan -> new ColumnarSource(scan, conditions, ScalaLists.of(wanted)));
    }

    /** The states of all partitions. */
    JavaRDD<Tuple2<Long, byte[]>> scan(ScanSpec spec) {
        List<ScanSpec> parts = spec.parts();
        SparkPlan shared =
                parts.size() > 1 && scan instanceof FileSourceScanExec files ? WideScan.listedOnce(files) : scan;
        return parts.stream()
                .map(part -> scan(part, shared))
                .reduce(JavaRDD::union)
                .orElseThrow();
    }

    private JavaRDD<Tuple2<Long, byte[]>> scan(ScanSpec part, SparkPlan shared) {
        SparkPlan narrow = shared instanceof FileSourceScanExec files ? narrow(part, files) : shared;
        return narrow.executeColumnar()
                .toJavaRDD()
                .mapPartitionsWithIndex(
                        new BatchScan(part, new BatchFilter(conditions, narrow.output()), places(narrow.output())),
                        false);
    }

    private FileSourceScanExec narrow(ScanSpec part, FileSourceScanExec files) {
        FileSourceScanExec read = WideScan.without(unused(part), files);
        return part.keys().length == 0 && part.clusters() == null ? read : WideScan.forSlices(read);
    }

    /** The columns of the dataset that neither a part nor a predicate looks at. */
    private Set<ExprId> unused(ScanSpec part) {
        Set<String> read = part.topLevelColumns();
        Set<ExprId> unused = columns.stream()
                .filter(column -> !read.contains(column.name()))
                .map(Attribute::exprId)
                .collect(Collectors.toSet());
        conditions.forEach(
                condition -> unused.removeAll(ids(condition.references().toSeq())));
        return unused;
    }

    /** Where in a batch the columns of the dataset stand, or {@link BatchScan#NOT_READ}. */
    private int[] places(Seq<Attribute> batch) {
        Map<ExprId, Integer> places = new HashMap<>();
        ScalaLists.of(batch).forEach(column -> places.put(column.exprId(), places.size()));
        return columns.stream()
                .mapToInt(column -> places.getOrDefault(column.exprId(), BatchScan.NOT_READ))
                .toArray();
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
}
