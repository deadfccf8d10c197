package io.lakewarden.benchmarks.profile.worker;

import org.apache.spark.sql.execution.vectorized.WritableColumnVector;
import org.apache.spark.sql.types.BooleanType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DateType;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.DoubleType;
import org.apache.spark.sql.types.FloatType;
import org.apache.spark.sql.types.IntegerType;
import org.apache.spark.sql.types.LongType;
import org.apache.spark.sql.types.StringType;
import org.apache.spark.sql.types.TimestampType;
import org.apache.spark.sql.vectorized.ColumnVector;

/** Sums one column of a batch in a loop of its own for each type, so that each compiles to the tightest there is. */
@FunctionalInterface
interface VectorSum {
    /** The sum of the values that are there, or of their lengths in bytes. */
    double of(ColumnVector vector, int rows);

    static VectorSum of(DataType type) {
        if (type instanceof DoubleType) {
            return VectorSum::doubles;
        } else if (type instanceof FloatType) {
            return VectorSum::floats;
        } else if (type instanceof IntegerType || type instanceof DateType) {
            return VectorSum::ints;
        } else if (type instanceof LongType || type instanceof TimestampType) {
            return VectorSum::longs;
        } else if (type instanceof DecimalType decimal && decimal.precision() > 9 && decimal.precision() <= 18) {
            // Stored as unscaled longs: no object is made for them.
            return VectorSum::longs;
        } else if (type instanceof BooleanType) {
            return VectorSum::booleans;
        } else if (type instanceof StringType) {
            return VectorSum::lengths;
        }
        throw new IllegalArgumentException("the generated table has no column of type " + type.sql());
    }

    private static double doubles(ColumnVector vector, int rows) {
        double sum = 0;
        for (int i = 0; i < rows; i++) {
            sum += vector.isNullAt(i) ? 0 : vector.getDouble(i);
        }
        return sum;
    }

    private static double floats(ColumnVector vector, int rows) {
        double sum = 0;
        for (int i = 0; i < rows; i++) {
            sum += vector.isNullAt(i) ? 0 : vector.getFloat(i);
        }
        return sum;
    }

    private static double ints(ColumnVector vector, int rows) {
        long sum = 0;
        for (int i = 0; i < rows; i++) {
            sum += vector.isNullAt(i) ? 0 : vector.getInt(i);
        }
        return sum;
    }

    private static double longs(ColumnVector vector, int rows) {
        long sum = 0;
        for (int i = 0; i < rows; i++) {
            sum += vector.isNullAt(i) ? 0 : vector.getLong(i);
        }
        return sum;
    }

    private static double booleans(ColumnVector vector, int rows) {
        long sum = 0;
        for (int i = 0; i < rows; i++) {
            sum += !vector.isNullAt(i) && vector.getBoolean(i) ? 1 : 0;
        }
        return sum;
    }

    private static double lengths(ColumnVector vector, int rows) {
        // Without a dictionary the length stands beside the bytes, which the reader has decoded by then.
        if (vector instanceof WritableColumnVector plain && !plain.hasDictionary()) {
            long sum = 0;
            for (int i = 0; i < rows; i++) {
                sum += plain.isNullAt(i) ? 0 : plain.getArrayLength(i);
            }
            return sum;
        }
        long sum = 0;
        for (int i = 0; i < rows; i++) {
            sum += vector.isNullAt(i) ? 0 : vector.getUTF8String(i).numBytes();
        }
        return sum;
    }
}
