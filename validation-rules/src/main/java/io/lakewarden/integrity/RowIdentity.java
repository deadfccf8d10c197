package io.lakewarden.integrity;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.to_json;
import static org.apache.spark.sql.functions.xxhash64;

import io.lakewarden.spark.profile.ResolvedColumn;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * Several cells as 128 bits, so that rows are compared without moving them whole: two 64-bit hashes with different
 * beginnings. Of n different rows, some two look alike with a probability below n² / 2¹²⁹: 10⁻¹⁸ for ten thousand million.
 */
final class RowIdentity {
    private RowIdentity() {}

    /** Two columns of 64 bits each, which are equal where all cells are; a missing cell equals only a missing cell. */
    static List<Column> of(List<ResolvedColumn> cells) {
        List<Column> told = new ArrayList<>(List.of(lit(cells.size())));
        for (ResolvedColumn cell : cells) {
            // The hash passes over nulls, so that (null, a) would look like (a, null); as JSON, inner nulls keep their
            // place.
            told.add(cell.column().isNull());
            told.add(isNested(cell.type()) ? to_json(cell.column()) : cell.column());
        }
        List<Column> second = new ArrayList<>(told);
        second.add(0, lit("lakewarden"));
        return List.of(hash(told), hash(second));
    }

    private static Column hash(List<Column> cells) {
        return coalesce(xxhash64(cells.toArray(Column[]::new)), lit(0L));
    }

    private static boolean isNested(DataType type) {
        return type instanceof ArrayType || type instanceof StructType;
    }

    /** Whether values of a type have an identity: maps have none, for their entries know no order. */
    static boolean isComparable(DataType type) {
        if (type instanceof ArrayType array) {
            return isComparable(array.elementType());
        }
        if (type instanceof StructType struct) {
            for (StructField field : struct.fields()) {
                if (!isComparable(field.dataType())) {
                    return false;
                }
            }
        }
        return !(type instanceof MapType);
    }
}
