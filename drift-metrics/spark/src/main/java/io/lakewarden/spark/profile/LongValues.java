package io.lakewarden.spark.profile;

import org.apache.spark.sql.execution.vectorized.Dictionary;
import org.apache.spark.sql.types.ByteType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DateType;
import org.apache.spark.sql.types.IntegerType;
import org.apache.spark.sql.types.ShortType;
import org.apache.spark.sql.vectorized.ColumnVector;

/**
 * How whole numbers and times lie in vectors. Each type has a loop of its own: the compiler could not inline what differs
 * into one loop for all of them.
 */
abstract sealed class LongValues {
    /** For a type of whole numbers or times. */
    static LongValues of(DataType type) {
        if (type instanceof ByteType) {
            return new Bytes();
        }
        if (type instanceof ShortType) {
            return new Shorts();
        }
        if (type instanceof IntegerType) {
            return new Integers();
        }
        return type instanceof DateType ? new Days() : new Longs();
    }

    /** Copies rows that are not null. */
    abstract void copy(ColumnVector vector, BatchRows rows, long[] target);

    /** The value of a code. */
    abstract long decode(Dictionary dictionary, int code);

    private static final class Bytes extends LongValues {
        @Override
        void copy(ColumnVector vector, BatchRows rows, long[] target) {
            for (int i = 0; i < rows.count(); i++) {
                target[i] = vector.getByte(rows.at(i));
            }
        }

        @Override
        long decode(Dictionary dictionary, int code) {
            return (byte) dictionary.decodeToInt(code);
        }
    }

    private static final class Shorts extends LongValues {
        @Override
        void copy(ColumnVector vector, BatchRows rows, long[] target) {
            for (int i = 0; i < rows.count(); i++) {
                target[i] = vector.getShort(rows.at(i));
            }
        }

        @Override
        long decode(Dictionary dictionary, int code) {
            return (short) dictionary.decodeToInt(code);
        }
    }

    private static final class Integers extends LongValues {
        @Override
        void copy(ColumnVector vector, BatchRows rows, long[] target) {
            for (int i = 0; i < rows.count(); i++) {
                target[i] = vector.getInt(rows.at(i));
            }
        }

        @Override
        long decode(Dictionary dictionary, int code) {
            return dictionary.decodeToInt(code);
        }
    }

    private static final class Longs extends LongValues {
        @Override
        void copy(ColumnVector vector, BatchRows rows, long[] target) {
            for (int i = 0; i < rows.count(); i++) {
                target[i] = vector.getLong(rows.at(i));
            }
        }

        @Override
        long decode(Dictionary dictionary, int code) {
            return dictionary.decodeToLong(code);
        }
    }

    /** Days since 1970, as the microseconds of their midnight. */
    private static final class Days extends LongValues {
        @Override
        void copy(ColumnVector vector, BatchRows rows, long[] target) {
            for (int i = 0; i < rows.count(); i++) {
                target[i] = CellTime.microsOfDay(vector.getInt(rows.at(i)));
            }
        }

        @Override
        long decode(Dictionary dictionary, int code) {
            return CellTime.microsOfDay(dictionary.decodeToInt(code));
        }
    }
}
