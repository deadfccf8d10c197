package io.lakewarden.benchmarks.profile.worker;

import io.lakewarden.benchmarks.profile.table.GeneratedColumn;
import io.lakewarden.benchmarks.profile.table.Physical;
import java.util.List;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.Decimal;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;

/** Generated columns as Spark has them. */
final class SparkCells {
    private static final int PRECISION = 12;
    private static final int SCALE = 2;

    private SparkCells() {}

    static StructType schema(List<GeneratedColumn> columns) {
        StructType schema = new StructType();
        for (GeneratedColumn column : columns) {
            schema = schema.add(column.name(), type(column.recipe().physical()));
        }
        return schema;
    }

    static InternalRow row(List<GeneratedColumn> columns, long row) {
        Object[] cells = new Object[columns.size()];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = cell(columns.get(i), row);
        }
        return new GenericInternalRow(cells);
    }

    private static DataType type(Physical physical) {
        return switch (physical) {
            case DOUBLE -> DataTypes.DoubleType;
            case FLOAT -> DataTypes.FloatType;
            case INT -> DataTypes.IntegerType;
            case LONG -> DataTypes.LongType;
            case BOOLEAN -> DataTypes.BooleanType;
            case DATE -> DataTypes.DateType;
            case TIMESTAMP -> DataTypes.TimestampType;
            case DECIMAL -> DataTypes.createDecimalType(PRECISION, SCALE);
            case STRING -> DataTypes.StringType;
        };
    }

    private static Object cell(GeneratedColumn column, long row) {
        Object value = column.value(row);
        if (value == null) {
            return null;
        }
        return switch (column.recipe().physical()) {
            case DECIMAL -> Decimal.createUnsafe((Long) value, PRECISION, SCALE);
            case STRING -> UTF8String.fromString((String) value);
            case DOUBLE, FLOAT, INT, LONG, BOOLEAN, DATE, TIMESTAMP -> value;
        };
    }
}
