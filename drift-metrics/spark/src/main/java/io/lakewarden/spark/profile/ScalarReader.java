package io.lakewarden.spark.profile;

import io.lakewarden.profile.BooleanColumnBuilder;
import io.lakewarden.profile.CategoricalColumnBuilder;
import io.lakewarden.profile.ColumnBuilder;
import io.lakewarden.profile.ColumnSpec;
import io.lakewarden.profile.NumericColumnBuilder;
import io.lakewarden.profile.OpaqueColumnBuilder;
import io.lakewarden.profile.TemporalColumnBuilder;
import org.apache.spark.sql.catalyst.expressions.SpecializedGetters;
import org.apache.spark.sql.types.BooleanType;
import org.apache.spark.sql.types.ByteType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.DoubleType;
import org.apache.spark.sql.types.FloatType;
import org.apache.spark.sql.types.IntegerType;
import org.apache.spark.sql.types.LongType;
import org.apache.spark.sql.types.ShortType;

/** Reads cells that hold one value. */
final class ScalarReader implements CellReader {
    private final ColumnBuilder builder;
    private final Adding adding;

    private ScalarReader(ColumnBuilder builder, Adding adding) {
        this.builder = builder;
        this.adding = adding;
    }

    /**
     * A reader that adds to the builder what cells of the type hold.
     *
     * @throws IllegalArgumentException if cells of the type cannot be profiled as the builder profiles them
     */
    static ScalarReader of(ColumnSpec spec, DataType type, ColumnBuilder builder) {
        return new ScalarReader(builder, adding(spec, type, builder));
    }

    private static Adding adding(ColumnSpec spec, DataType type, ColumnBuilder builder) {
        if (builder instanceof OpaqueColumnBuilder opaque) {
            return (cells, position) -> opaque.add();
        }
        if (builder instanceof CategoricalColumnBuilder text && CellTypes.kindOf(type, true) == spec.kind()) {
            if (CellTypes.isText(type)) {
                return (cells, position) -> TextVectors.add(text, cells.getUTF8String(position));
            }
            CellText cellText = CellText.of(type);
            return (cells, position) -> text.add(cellText.read(cells, position));
        }
        if (builder instanceof NumericColumnBuilder number && CellTypes.kindOf(type, false) == spec.kind()) {
            return adding(type, number);
        }
        if (builder instanceof BooleanColumnBuilder truth && type instanceof BooleanType) {
            return (cells, position) -> truth.add(cells.getBoolean(position));
        }
        if (builder instanceof TemporalColumnBuilder time && CellTypes.isTime(type)) {
            CellTime cellTime = CellTime.of(type);
            return (cells, position) -> time.add(cellTime.micros(cells, position));
        }
        throw new IllegalArgumentException("column '" + spec.name() + "' is " + type.catalogString()
                + " and cannot be profiled as " + spec.kind());
    }

    private static Adding adding(DataType type, NumericColumnBuilder number) {
        if (type instanceof ByteType) {
            return (cells, position) -> number.add((long) cells.getByte(position));
        }
        if (type instanceof ShortType) {
            return (cells, position) -> number.add((long) cells.getShort(position));
        }
        if (type instanceof IntegerType) {
            return (cells, position) -> number.add((long) cells.getInt(position));
        }
        if (type instanceof LongType) {
            return (cells, position) -> number.add(cells.getLong(position));
        }
        if (type instanceof FloatType) {
            return (cells, position) -> number.add((double) cells.getFloat(position));
        }
        if (type instanceof DoubleType) {
            return (cells, position) -> number.add(cells.getDouble(position));
        }
        if (type instanceof DecimalType decimal) {
            return (cells, position) -> number.add(cells.getDecimal(position, decimal.precision(), decimal.scale())
                    .toDouble());
        }
        throw new IllegalStateException("no reader for the numeric type " + type.catalogString());
    }

    @Override
    public void read(SpecializedGetters cells, int position) {
        if (cells.isNullAt(position)) {
            builder.addNull();
        } else {
            adding.add(cells, position);
        }
    }

    @Override
    public void readMissing() {
        builder.addNull();
    }

    /** Adds a cell that is not null. */
    private interface Adding {
        void add(SpecializedGetters cells, int position);
    }
}
