package io.lakewarden.jobs.model;

import static org.apache.spark.sql.functions.aggregate;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.element_at;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;

import io.lakewarden.jobs.config.UserException;
import io.lakewarden.spark.profile.ColumnPath;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * How much the columns of a table matter to a saved tree, forest or boosted trees of Spark ML, as its
 * {@code featureImportances} say: of each split the gain times the rows that reach it, of a tree or a forest as a share of
 * the tree, averaged. The places of the vector of features are led back to columns by the stages that made it; a column's
 * importance is the sum over its places.
 */
public final class ModelImportance {
    private static final Set<String> BOOSTED = Set.of("GBTClassificationModel", "GBTRegressionModel");
    private static final Set<String> FORESTS = Set.of("RandomForestClassificationModel", "RandomForestRegressionModel");
    private static final Set<String> TREES = Set.of("DecisionTreeClassificationModel", "DecisionTreeRegressionModel");

    private ModelImportance() {}

    /**
     * By column, in the order of the features; the weights add up to 1.
     *
     * @param folder path or URI of a saved model: a tree model alone or in a pipeline
     * @throws UserException where there is no such model, or its features cannot be led back to columns
     */
    public static Map<String, Double> read(SparkSession session, String folder) {
        List<SavedStage> stages = SavedStage.all(session, folder);
        int place = predictor(stages);
        if (place < 0) {
            throw new UserException("importance.model: '" + folder
                    + "' holds no decision tree, random forest or boosted"
                    + " trees, but "
                    + String.join(", ", stages.stream().map(SavedStage::name).toList())
                    + "; what coefficients mean depends on the columns' units: give importance.weights instead");
        }
        SavedStage model = stages.get(place);
        List<String> columns = new FeatureLayout(stages.subList(0, place)).of(model.text("featuresCol"));
        int features = model.number("numFeatures");
        if (columns.size() != features) {
            throw new UserException("importance.model: the model in '" + folder + "' has " + features
                    + " features, but its stages lead to " + columns.size()
                    + "; save it in a pipeline with the stages that make its features, or give importance.weights");
        }
        double[] importances = importances(model, features);
        double total = Arrays.stream(importances).sum();
        if (!(total > 0)) {
            throw new UserException(
                    "importance.model: the model in '" + folder + "' splits by no feature; give importance.weights");
        }
        Map<String, Double> byColumn = new LinkedHashMap<>();
        for (int feature = 0; feature < features; feature++) {
            byColumn.merge(ColumnPath.of(columns.get(feature)), importances[feature] / total, Double::sum);
        }
        return byColumn;
    }

    /** The last one; nothing after it makes its features. */
    private static int predictor(List<SavedStage> stages) {
        for (int place = stages.size() - 1; place >= 0; place--) {
            String name = stages.get(place).name();
            if (TREES.contains(name) || FORESTS.contains(name) || BOOSTED.contains(name)) {
                return place;
            }
        }
        return -1;
    }

    private static double[] importances(SavedStage model, int features) {
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
