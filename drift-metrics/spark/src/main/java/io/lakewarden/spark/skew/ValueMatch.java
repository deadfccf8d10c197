package io.lakewarden.spark.skew;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lit;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.DoubleType;
import org.apache.spark.sql.types.FloatType;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * When two cells tell the same. Null equals null and NaN equals NaN. Numbers are compared as numbers whatever their types
 * are: to a relative tolerance where one is a floating-point number (in single precision where one is a float), exactly
 * elsewhere. Other cells of one type are compared exactly, those of two types as texts.
 */
final class ValueMatch {
    private ValueMatch() {}

    static boolean isPossible(DataType there, DataType here) {
        return !(isNested(there) || isNested(here)) || (there.sameType(here) && !holdsMap(there));
    }

    static Column of(Column there, DataType typeThere, Column here, DataType typeHere, double tolerance) {
        if (typeThere instanceof NumericType && typeHere instanceof NumericType) {
            boolean single = typeThere instanceof FloatType || typeHere instanceof FloatType;
            boolean floating = single || typeThere instanceof DoubleType || typeHere instanceof DoubleType;
            return floating ? near(floating(there, single), floating(here, single), tolerance) : there.eqNullSafe(here);
        }
        return typeThere.sameType(typeHere)
                ? there.eqNullSafe(here)
                : there.cast(DataTypes.StringType).eqNullSafe(here.cast(DataTypes.StringType));
    }

    private static Column floating(Column number, boolean single) {
        return single ? number.cast(DataTypes.FloatType).cast(DataTypes.DoubleType) : number.cast(DataTypes.DoubleType);
    }

    /** An infinity is near nothing but itself. */
    private static Column near(Column there, Column here, double tolerance) {
        Column larger = greatest(abs(there), abs(here));
        Column near = there.isNotNull()
                .and(here.isNotNull())
                .and(larger.lt(lit(Double.POSITIVE_INFINITY)))
                .and(abs(there.minus(here)).leq(larger.multiply(lit(tolerance))));
        return there.eqNullSafe(here).or(coalesce(near, lit(false)));
    }

    private static boolean isNested(DataType type) {
        return type instanceof StructType || type instanceof ArrayType || type instanceof MapType;
    }

    static boolean holdsMap(DataType type) {
        if (type instanceof ArrayType array) {
            return holdsMap(array.elementType());
        }
        if (type instanceof StructType struct) {
            for (StructField field : struct.fields()) {
                if (holdsMap(field.dataType())) {
                    return true;
                }
            }
        }
        return type instanceof MapType;
    }
}
