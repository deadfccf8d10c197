package io.lakewarden.jobs.model;

import static org.apache.spark.sql.functions.aggregate;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.element_at;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What the {@code featureImportances} of a saved tree, forest or boosted trees say: of each split the gain times the rows
 * that reach it, of a tree or a forest as a share of the tree, added up.
 */
final class TreeImportances {
    private static final Set<String> BOOSTED = Set.of("GBTClassificationModel", "GBTRegressionModel");
    private static final Set<String> FORESTS = Set.of("RandomForestClassificationModel", "RandomForestRegressionModel");
    private static final Set<String> TREES = Set.of("DecisionTreeClassificationModel", "DecisionTreeRegressionModel");

    static final Set<String> MODELS =
            Stream.of(BOOSTED, FORESTS, TREES).flatMap(Set::stream).collect(Collectors.toUnmodifiableSet());

    private TreeImportances() {}

    /**
     * One for each feature, in the model's own unit.
     *
     * @param features how many there are
     */
    static double[] of(SavedStage model, int features) {
        boolean single = TREES.contains(model.name());
        Dataset<Row> nodes = single
                ? model.data().withColumn("treeID", lit(0))
                : model.data().select(col("treeID"), col("nodeData.*"));
        List<Row> splits = nodes.filter(col("leftChild").geq(0))
                .groupBy(col("treeID"), col("split.featureIndex"))
                .agg(sum(col("gain").multiply(rows(model))))
                .orderBy("treeID", "featureIndex")
                .collectAsList();
        Map<Integer, Double> ofTree = new HashMap<>();
        splits.forEach(split -> ofTree.merge(split.getInt(0), split.getDouble(2), Double::sum));
        double[] importances = new double[features];
        for (Row split : splits) {
            double norm = BOOSTED.contains(model.name()) ? 1 : ofTree.get(split.getInt(0));
            importances[split.getInt(1)] += norm == 0 ? 0 : split.getDouble(2) / norm;
        }
        return importances;
    }

    /** The weight of the rows that reach a node: a sum over classes, or the first of the moments of a number. */
    private static Column rows(SavedStage model) {
        return model.text("impurity").equals("variance")
                ? element_at(col("impurityStats"), 1)
                : aggregate(col("impurityStats"), lit(0.0), Column::plus);
    }
}
