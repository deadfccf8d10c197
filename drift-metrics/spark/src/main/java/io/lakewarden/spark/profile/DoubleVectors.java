package io.lakewarden.spark.profile;

import io.lakewarden.profile.NumericColumnBuilder;
import org.apache.spark.sql.vectorized.ColumnVector;

/** Reads numbers with fractions. */
final class DoubleVectors extends ScalarVectors {
    private final NumericColumnBuilder builder;
    private final DoubleValues values;
    private final ReadBuffers buffers;

    DoubleVectors(NumericColumnBuilder builder, DoubleValues values, int mostCodes, ReadBuffers buffers) {
        super(
                builder,
                mostCodes,
                buffers,
                (dictionary, code, times) -> builder.add(values.decode(dictionary, code), times));
        this.builder = builder;
        this.values = values;
        this.buffers = buffers;
    }

    @Override
    void add(ColumnVector vector, BatchRows present) {
        builder.addAll(copied(vector, present), present.count());
    }

    @Override
    void addFirst(ColumnVector vector, long times) {
        builder.add(copied(vector, BatchRows.all(1))[0], times);
    }

    private double[] copied(ColumnVector vector, BatchRows rows) {
        double[] buffer = buffers.doubles(rows.count());
        values.copy(vector, rows, buffer);
        return buffer;
    }
}
