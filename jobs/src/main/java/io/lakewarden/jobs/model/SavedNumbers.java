package io.lakewarden.jobs.model;

import io.lakewarden.jobs.config.UserException;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Vectors and matrices as Spark ML saves them, read as the structs that they are in the file: the types that the file names
 * are not loaded.
 */
final class SavedNumbers {
    /** A vector: sparse of type 0, dense of type 1. */
    static final StructType VECTOR = new StructType()
            .add("type", DataTypes.ByteType)
            .add("size", DataTypes.IntegerType)
            .add("indices", DataTypes.createArrayType(DataTypes.IntegerType))
            .add("values", DataTypes.createArrayType(DataTypes.DoubleType));

    /** A matrix, by columns unless it is transposed: sparse of type 0, dense of type 1. */
    static final StructType MATRIX = new StructType()
            .add("type", DataTypes.ByteType)
            .add("numRows", DataTypes.IntegerType)
            .add("numCols", DataTypes.IntegerType)
            .add("colPtrs", DataTypes.createArrayType(DataTypes.IntegerType))
            .add("rowIndices", DataTypes.createArrayType(DataTypes.IntegerType))
            .add("values", DataTypes.createArrayType(DataTypes.DoubleType))
            .add("isTransposed", DataTypes.BooleanType);

    private SavedNumbers() {}

    /**
     * The numbers of a vector.
     *
     * @param size how many there must be
     */
    static double[] vector(Row vector, int size) {
        List<Double> values = vector.getList(3);
        boolean dense = vector.getByte(0) == 1;
        require(dense ? values.size() : vector.getInt(1), size, "numbers");
        double[] numbers = new double[size];
        List<Integer> places = dense ? List.of() : vector.getList(2);
        for (int i = 0; i < values.size(); i++) {
            numbers[dense ? i : places.get(i)] = values.get(i);
        }
        return numbers;
    }

    /**
     * The rows of a matrix.
     *
     * @param columns how many numbers each must have
     */
    static double[][] rows(Row matrix, int columns) {
        require(matrix.getInt(2), columns, "columns");
        double[][] rows = new double[matrix.getInt(1)][columns];
        List<Double> values = matrix.getList(5);
        boolean byRows = matrix.getBoolean(6);
        int length = byRows ? columns : rows.length;
        if (matrix.getByte(0) == 1) {
            for (int i = 0; i < values.size(); i++) {
                put(rows, byRows, i / length, i % length, values.get(i));
            }
            return rows;
        }
        List<Integer> starts = matrix.getList(3);
        List<Integer> places = matrix.getList(4);
        for (int line = 0; line + 1 < starts.size(); line++) {
            for (int i = starts.get(line); i < starts.get(line + 1); i++) {
                put(rows, byRows, line, places.get(i), values.get(i));
            }
        }
        return rows;
    }

    private static void put(double[][] rows, boolean byRows, int line, int place, double value) {
        rows[byRows ? line : place][byRows ? place : line] = value;
    }

    private static void require(int found, int expected, String what) {
        if (found != expected) {
            throw new UserException("importance.model: a stage has " + found + " " + what + " where its features are "
                    + expected + "; save the model in a pipeline with the stages that make its features, or give"
                    + " importance.weights");
        }
    }
}
