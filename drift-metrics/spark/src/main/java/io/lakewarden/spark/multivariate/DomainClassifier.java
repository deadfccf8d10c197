package io.lakewarden.spark.multivariate;

import io.lakewarden.drift.multivariate.HeldOutScores;
import io.lakewarden.spark.sample.ColumnSample;
import io.lakewarden.spark.sample.TableSample;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.ml.attribute.Attribute;
import org.apache.spark.ml.attribute.AttributeGroup;
import org.apache.spark.ml.classification.RandomForestClassificationModel;
import org.apache.spark.ml.classification.RandomForestClassifier;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * A random forest of Spark ML that tries to tell rows of the window from rows of the reference. Each of five forests is trained on the rows of
 * all folds but one and scores that one. Both sides have the same number of rows, so that 0.5 is chance.
 *
 * <p>Numbers are read as they are, missing ones as the median, beside whether they are missing; of texts the 62 most frequent are
 * told apart, and all others, new ones among them, are one category; times are left out.
 */
public final class DomainClassifier {
    private static final int TREES = 30;
    private static final int DEPTH = 6;
    private static final int FEWEST_ROWS_OF_A_LEAF = 10;

    private final SparkSession session;
    private final int mostRows;
    private final long seed;

    /**
     * A classifier.
     *
     * @param mostRows the most rows of each side that it reads
     * @param seed what folds and trees are drawn by; with the same samples and seed comes the same result
     */
    public DomainClassifier(SparkSession session, int mostRows, long seed) {
        this.session = session;
        this.mostRows = mostRows;
        this.seed = seed;
    }

    /**
     * How well the columns of two samples separate them; empty where there is no column to go by, or where the rows belong to too few
     * entities to hold any out.
     *
     * @param columns by path, those that it may go by
     * @param entity the column whose rows belong together
     */
    public Optional<Separation> separate(
            TableSample reference, TableSample current, List<String> columns, Optional<String> entity) {
        DealtRows rows = new DealtRows(reference, current, entity, mostRows, HeldOutFolds.FOLDS, seed);
        List<Encoded> features = new ArrayList<>();
        for (String column : columns) {
            Optional<ColumnSample> before = reference.column(column);
            Optional<ColumnSample> now = current.column(column);
            if (before.isPresent() && now.isPresent()) {
                Feature.of(before.get(), now.get())
                        .forEach(feature -> features.add(new Encoded(column, before.get(), now.get(), feature)));
            }
        }
        return features.isEmpty() || !rows.canBeHeldOut() ? Optional.empty() : Optional.of(separate(rows, features));
    }

    /** A feature with the cells that it is of. */
    private record Encoded(String column, ColumnSample before, ColumnSample now, Feature feature) {
        double of(DealtRows rows, int row) {
            return feature.of(rows.isCurrent(row) ? now : before, rows.place(row));
        }
    }

    private Separation separate(DealtRows rows, List<Encoded> features) {
        double[] importances = new double[features.size()];
        HeldOutScores scores = HeldOutFolds.scores(
                session,
                rows,
                new AttributeGroup(
                                HeldOutFolds.FEATURES,
                                features.stream()
                                        .map(encoded -> encoded.feature().attribute())
                                        .toArray(Attribute[]::new))
                        .toStructField(),
                row -> Vectors.dense(features.stream()
                        .mapToDouble(encoded -> encoded.of(rows, row))
                        .toArray()),
                this::forest,
                forest -> {
                    double[] ofForest = forest.featureImportances().toArray();
                    for (int feature = 0; feature < ofForest.length; feature++) {
                        importances[feature] += ofForest[feature] / HeldOutFolds.FOLDS;
                    }
                });
        return new Separation(scores, rows.perSide(), byColumn(features, importances));
    }

    private RandomForestClassificationModel forest(int fold, Dataset<Row> rows) {
        return new RandomForestClassifier()
                .setNumTrees(TREES)
                .setMaxDepth(DEPTH)
                .setMinInstancesPerNode(FEWEST_ROWS_OF_A_LEAF)
                .setMaxBins(Feature.MOST_BINS)
                .setFeatureSubsetStrategy("onethird")
                .setSeed(seed + fold)
                .fit(rows);
    }

    private static Map<String, Double> byColumn(List<Encoded> features, double[] importances) {
        Map<String, Double> sums = new LinkedHashMap<>();
        for (int place = 0; place < importances.length; place++) {
            sums.merge(features.get(place).column(), importances[place], Double::sum);
        }
        Map<String, Double> largestFirst = new LinkedHashMap<>();
        sums.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
                .forEach(entry -> largestFirst.put(entry.getKey(), entry.getValue()));
        return largestFirst;
    }
}
