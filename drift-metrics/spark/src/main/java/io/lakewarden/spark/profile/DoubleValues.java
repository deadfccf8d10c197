package io.lakewarden.spark.profile;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.apache.spark.sql.execution.vectorized.Dictionary;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.Decimal;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.FloatType;
import org.apache.spark.sql.vectorized.ColumnVector;

/** How numbers with fractions lie in vectors; a loop for each type, as in {@link LongValues}. */
abstract sealed class DoubleValues {
    /** For floats, doubles and decimals. */
    static DoubleValues of(DataType type) {
        if (type instanceof DecimalType decimal) {
            return new Decimals(decimal);
        }
        return type instanceof FloatType ? new Floats() : new Doubles();
    }

    /** Copies rows that are not null. */
    abstract void copy(ColumnVector vector, BatchRows rows, double[] target);

    /** The value of a code. */
    abstract double decode(Dictionary dictionary, int code);

    private static final class Floats extends DoubleValues {
        @Override
        void copy(ColumnVector vector, BatchRows rows, double[] target) {
            for (int i = 0; i < rows.count(); i++) {
                target[i] = vector.getFloat(rows.at(i));
            }
        }

        @Override
        double decode(Dictionary dictionary, int code) {
            return dictionary.decodeToFloat(code);
        }
    }

    private static final class Doubles extends DoubleValues {
        @Override
        void copy(ColumnVector vector, BatchRows rows, double[] target) {
            for (int i = 0; i < rows.count(); i++) {
                target[i] = vector.getDouble(rows.at(i));
            }
        }

        @Override
        double decode(Dictionary dictionary, int code) {
            return dictionary.decodeToDouble(code);
        }
    }

    /** The double that is nearest to the decimal. */
    private static final class Decimals extends DoubleValues {
        private final DecimalType type;

        Decimals(DecimalType type) {
            this.type = type;
        }

        @Override
        void copy(ColumnVector vector, BatchRows rows, double[] target) {
            for (int i = 0; i < rows.count(); i++) {
                target[i] = vector.getDecimal(rows.at(i), type.precision(), type.scale())
                        .toDouble();
            }
        }

        @Override
        double decode(Dictionary dictionary, int code) {
            return decimal(dictionary, code).doubleValue();
        }

        /** Few digits are stored as whole numbers, many as bytes. */
        private BigDecimal decimal(Dictionary dictionary, int code) {
            if (type.precision() <= Decimal.MAX_INT_DIGITS()) {
                return BigDecimal.valueOf(dictionary.decodeToInt(code), type.scale());
            }
            return type.precision() <= Decimal.MAX_LONG_DIGITS()
                    ? BigDecimal.valueOf(dictionary.decodeToLong(code), type.scale())
                    : new BigDecimal(new BigInteger(dictionary.decodeToBinary(code)), type.scale());
        }
    }
}
