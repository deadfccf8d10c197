package io.lakewarden.spark.profile;

import io.lakewarden.profile.ColumnKind;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.BooleanType;
import org.apache.spark.sql.types.CharType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DateType;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.StringType;
import org.apache.spark.sql.types.TimestampNTZType;
import org.apache.spark.sql.types.TimestampType;
import org.apache.spark.sql.types.VarcharType;

/** How Spark's types are profiled. */
public final class CellTypes {
    private CellTypes() {}

    /** The kind as which cells of a type are profiled. */
    public static ColumnKind kindOf(DataType type, boolean declaredCategorical) {
        if (type instanceof ArrayType || type instanceof MapType) {
            return ColumnKind.COLLECTION;
        }
        ColumnKind kind = kindOfScalar(type);
        return declaredCategorical && kind != ColumnKind.OPAQUE ? ColumnKind.CATEGORICAL : kind;
    }

    private static ColumnKind kindOfScalar(DataType type) {
        if (type instanceof NumericType) {
            return ColumnKind.NUMERIC;
        }
        if (isText(type)) {
            return ColumnKind.CATEGORICAL;
        }
        if (type instanceof BooleanType) {
            return ColumnKind.BOOLEAN;
        }
        return isTime(type) ? ColumnKind.TEMPORAL : ColumnKind.OPAQUE;
    }

    /** Whether cells of the type are strings. */
    static boolean isText(DataType type) {
        return type instanceof StringType || type instanceof CharType || type instanceof VarcharType;
    }

    /** Whether cells of the type are points in time. */
    static boolean isTime(DataType type) {
        return type instanceof DateType || type instanceof TimestampType || type instanceof TimestampNTZType;
    }
}
