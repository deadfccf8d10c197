package io.lakewarden.spark.profile;

import io.lakewarden.profile.BooleanColumnBuilder;
import io.lakewarden.profile.CategoricalColumnBuilder;
import io.lakewarden.profile.ColumnBuilder;
import io.lakewarden.profile.ColumnSpec;
import io.lakewarden.profile.NumericColumnBuilder;
import io.lakewarden.profile.OpaqueColumnBuilder;
import io.lakewarden.profile.TemporalColumnBuilder;
import org.apache.spark.sql.execution.vectorized.ConstantColumnVector;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.IntegralType;
import org.apache.spark.sql.vectorized.ColumnVector;

/**
 * Reads cells that hold one value: nulls are counted, codes of a dictionary counted until the dictionary changes, a
 * value that is the same in all rows (of a partition column) is added once with its count, and all others in blocks.
 */
abstract class ScalarVectors implements VectorReader {
    private final ColumnBuilder builder;
    private final CodeCounts codes;
    private final ReadBuffers buffers;

    ScalarVectors(ColumnBuilder builder, int mostCodes, ReadBuffers buffers, CodeCounts.Sink sink) {
        this.builder = builder;
        this.buffers = buffers;
        this.codes = new CodeCounts(mostCodes, sink);
    }

    /**
     * A reader that adds to the builder what cells of the type hold.
     *
     * @throws IllegalArgumentException if cells of the type cannot be profiled as the builder profiles them
     */
    static VectorReader of(ColumnSpec spec, DataType type, ColumnBuilder builder, int mostCodes, ReadBuffers buffers) {
        CellReader cells = ScalarReader.of(spec, type, builder);
        if (builder instanceof NumericColumnBuilder number) {
            return type instanceof IntegralType
                    ? LongVectors.of(number, LongValues.of(type), mostCodes, buffers)
                    : new DoubleVectors(number, DoubleValues.of(type), mostCodes, buffers);
        }
        if (builder instanceof TemporalColumnBuilder time) {
            return LongVectors.of(time, LongValues.of(type), mostCodes, buffers);
        }
        if (builder instanceof CategoricalColumnBuilder text && CellTypes.isText(type)) {
            return new TextVectors(text, mostCodes, buffers);
        }
        if (builder instanceof BooleanColumnBuilder truth) {
            return new BooleanVectors(truth);
        }
        return builder instanceof OpaqueColumnBuilder opaque ? new OpaqueVectors(opaque) : new CellVectors(cells);
    }

    /** Adds rows that are not null. */
    abstract void add(ColumnVector vector, BatchRows present);

    /** Adds the value of the first row so many times. */
    abstract void addFirst(ColumnVector vector, long times);

    @Override
    public final void read(ColumnVector vector, BatchRows rows) {
        int counted = codes.count(vector, rows);
        if (counted != CodeCounts.NO_CODES) {
            builder.addNulls(rows.count() - counted);
            return;
        }
        BatchRows present = rows.present(vector, buffers.positions(rows.count()));
        builder.addNulls(rows.count() - present.count());
        if (present.count() == 0) {
            return;
        }
        if (vector instanceof ConstantColumnVector) {
            addFirst(vector, present.count());
        } else {
            add(vector, present);
        }
    }

    @Override
    public final void readMissing(int cells) {
        builder.addNulls(cells);
    }

    @Override
    public final void finish() {
        codes.flush();
    }
}
