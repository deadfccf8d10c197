package io.lakewarden.spark.multivariate;

import io.lakewarden.drift.multivariate.HeldOutScores;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.apache.spark.ml.attribute.BinaryAttribute;
import org.apache.spark.ml.classification.ProbabilisticClassificationModel;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** Trains a classifier on all folds but one, for each of them, and has it score that one, on the driver: a job would take longer. */
final class HeldOutFolds {
    static final String LABEL = "label";
    static final String FEATURES = "features";

    /** How many folds there are. */
    static final int FOLDS = 5;

    private HeldOutFolds() {}

    /** How a classifier is trained. */
    interface Training<M> {
        /** A classifier of rows with {@link #LABEL} and {@link #FEATURES}. */
        M train(int fold, Dataset<Row> rows);
    }

    /**
     * The scores of all rows.
     *
     * @param features the column of {@link #FEATURES}
     * @param vectors the features of a row
     * @param trained is told of each classifier
     */
    static <M extends ProbabilisticClassificationModel<Vector, M>> HeldOutScores scores(
            SparkSession session,
            DealtRows rows,
            StructField features,
            IntFunction<Vector> vectors,
            Training<M> training,
            Consumer<M> trained) {
        Vector[] vectorsByRow =
                IntStream.range(0, rows.size()).mapToObj(vectors).toArray(Vector[]::new);
        Dataset<Row> data = data(session, rows, features, vectorsByRow).persist();
        try {
            double[] scores = new double[rows.size()];
            for (int fold = 0; fold < FOLDS; fold++) {
                M model = training.train(fold, data.filter(functions.col("fold").notEqual(fold)));
                trained.accept(model);
                for (int row = 0; row < scores.length; row++) {
                    if (rows.fold(row) == fold) {
                        scores[row] =
                                model.predictProbability(vectorsByRow[row]).apply(1);
                    }
                }
            }
            return new HeldOutScores(scores, rows.sides(), rows.folds(), rows.entities());
        } finally {
            data.unpersist();
        }
    }

    private static Dataset<Row> data(SparkSession session, DealtRows rows, StructField features, Vector[] vectors) {
        StructType schema = new StructType()
                .add("fold", DataTypes.IntegerType, false)
                .add(BinaryAttribute.defaultAttr().withName(LABEL).toStructField())
                .add(features);
        List<Row> cells = new ArrayList<>();
        for (int row = 0; row < rows.size(); row++) {
            cells.add(RowFactory.create(rows.fold(row), rows.isCurrent(row) ? 1.0 : 0.0, vectors[row]));
        }
        return session.createDataFrame(cells, schema);
    }
}
