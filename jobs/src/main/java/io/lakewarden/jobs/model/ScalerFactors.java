package io.lakewarden.jobs.model;

import java.util.Arrays;
import java.util.Set;
import java.util.function.DoubleUnaryOperator;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;

/** By what a saved scaler multiplies each place of a vector; read when first asked for. A place that never varied is made a constant. */
final class ScalerFactors {
    /** Stages that keep each place of a vector where it is, and change its unit. */
    static final Set<String> SCALERS =
            Set.of("StandardScalerModel", "MinMaxScalerModel", "MaxAbsScalerModel", "RobustScalerModel");

    private final SavedStage scaler;
    private final int size;
    private double[] factors;

    /**
     * Of a scaler.
     *
     * @param size how many places there are
     */
    ScalerFactors(SavedStage scaler, int size) {
        this.scaler = scaler;
        this.size = size;
    }

    double at(int place) {
        if (factors == null) {
            factors = read();
        }
        return factors[place];
    }

    private double[] read() {
        return switch (scaler.name()) {
            case "StandardScalerModel" -> scaler.truth("withStd") ? each("std", ScalerFactors::inverse) : unscaled();
            case "RobustScalerModel" ->
                scaler.truth("withScaling") ? each("range", ScalerFactors::inverse) : unscaled();
            case "MaxAbsScalerModel" -> each("maxAbs", most -> most == 0 ? 1 : 1 / most);
            default -> minMax();
        };
    }

    private double[] minMax() {
        double width = Double.parseDouble(scaler.text("max")) - Double.parseDouble(scaler.text("min"));
        double[] least = vector("originalMin");
        double[] most = vector("originalMax");
        double[] result = new double[size];
        Arrays.setAll(result, place -> width * inverse(most[place] - least[place]));
        return result;
    }

    private static double inverse(double scale) {
        return scale == 0 ? 0 : 1 / scale;
    }

    private double[] unscaled() {
        double[] ones = new double[size];
        Arrays.fill(ones, 1);
        return ones;
    }

    private double[] each(String column, DoubleUnaryOperator factor) {
        return Arrays.stream(vector(column)).map(factor).toArray();
    }

    private double[] vector(String column) {
        Row saved = scaler.data(new StructType().add(column, SavedNumbers.VECTOR));
        return SavedNumbers.vector(saved.getStruct(0), size);
    }
}
