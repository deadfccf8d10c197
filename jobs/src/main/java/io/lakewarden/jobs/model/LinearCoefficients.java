package io.lakewarden.jobs.model;

import io.lakewarden.jobs.config.UserException;
import java.util.Arrays;
import java.util.Set;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;

/**
 * The magnitudes of a saved linear model's coefficients, on the scale of what it computes before any link. Of a model of
 * several classes, which are the same up to a constant for each feature, those less their mean over the classes, added up
 * over them: of two classes, that is the magnitude of the one coefficient that tells them apart.
 */
final class LinearCoefficients {
    static final Set<String> MODELS = Set.of(
            "LinearRegressionModel", "GeneralizedLinearRegressionModel", "LinearSVCModel", "LogisticRegressionModel");

    private LinearCoefficients() {}

    /**
     * One for each feature.
     *
     * @param features how many there are
     */
    static double[] magnitudes(SavedStage model, int features) {
        double[] magnitudes = model.name().equals("LogisticRegressionModel")
                ? ofClasses(SavedNumbers.rows(numbers(model, "coefficientMatrix", SavedNumbers.MATRIX), features))
                : SavedNumbers.vector(numbers(model, "coefficients", SavedNumbers.VECTOR), features);
        for (int feature = 0; feature < features; feature++) {
            magnitudes[feature] = Math.abs(magnitudes[feature]);
            if (!Double.isFinite(magnitudes[feature])) {
                throw new UserException("importance.model: a coefficient of the " + model.name()
                        + " is no finite number; give importance.weights");
            }
        }
        return magnitudes;
    }

    private static Row numbers(SavedStage model, String column, StructType type) {
        return model.data(new StructType().add(column, type)).getStruct(0);
    }

    private static double[] ofClasses(double[][] rows) {
        if (rows.length == 1) {
            return rows[0];
        }
        double[] sums = new double[rows[0].length];
        for (int feature = 0; feature < sums.length; feature++) {
            int place = feature;
            double mean =
                    Arrays.stream(rows).mapToDouble(row -> row[place]).average().orElseThrow();
            sums[feature] = Arrays.stream(rows)
                    .mapToDouble(row -> Math.abs(row[place] - mean))
                    .sum();
        }
        return sums;
    }
}
