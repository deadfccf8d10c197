package io.lakewarden.benchmarks.profile.worker;

import org.apache.spark.sql.catalyst.InternalRow;
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

/** One cell of a row as a number: its value, or its length in bytes. */
@FunctionalInterface
interface CellValue {
    double of(InternalRow row, int column);

    static CellValue of(DataType type) {
        if (type instanceof DoubleType) {
            return InternalRow::getDouble;
        } else if (type instanceof FloatType) {
            return InternalRow::getFloat;
        } else if (type instanceof IntegerType || type instanceof DateType) {
            return InternalRow::getInt;
        } else if (type instanceof LongType || type instanceof TimestampType) {
            return InternalRow::getLong;
        } else if (type instanceof DecimalType decimal && decimal.precision() > 9 && decimal.precision() <= 18) {
            // Rows hold decimals of this size as unscaled longs too.
            return InternalRow::getLong;
        } else if (type instanceof BooleanType) {
            return (row, column) -> row.getBoolean(column) ? 1 : 0;
        } else if (type instanceof StringType) {
            return (row, column) -> row.getUTF8String(column).numBytes();
        }
        throw new IllegalArgumentException("the generated table has no column of type " + type.sql());
    }
}
