package io.lakewarden.spark.profile;

import io.lakewarden.profile.ColumnBuilder;
import io.lakewarden.profile.NumericColumnBuilder;
import io.lakewarden.profile.TemporalColumnBuilder;
import org.apache.spark.sql.vectorized.ColumnVector;

/** Reads whole numbers, and times as microseconds. */
final class LongVectors extends ScalarVectors {
    private final LongValues values;
    private final Block block;
    private final Weighted weighted;
    private final ReadBuffers buffers;

    private interface Block {
        void addAll(long[] values, int count);
    }

    private interface Weighted {
        void add(long value, long times);
    }

    private LongVectors(
            ColumnBuilder builder,
            LongValues values,
            int mostCodes,
            ReadBuffers buffers,
            Block block,
            Weighted weighted) {
        super(
                builder,
                mostCodes,
                buffers,
                (dictionary, code, times) -> weighted.add(values.decode(dictionary, code), times));
        this.values = values;
        this.buffers = buffers;
        this.block = block;
        this.weighted = weighted;
    }

    static LongVectors of(NumericColumnBuilder builder, LongValues values, int mostCodes, ReadBuffers buffers) {
        return new LongVectors(builder, values, mostCodes, buffers, builder::addAll, builder::add);
    }

    static LongVectors of(TemporalColumnBuilder builder, LongValues values, int mostCodes, ReadBuffers buffers) {
        return new LongVectors(builder, values, mostCodes, buffers, builder::addAll, builder::add);
    }

    @Override
    void add(ColumnVector vector, BatchRows present) {
        block.addAll(copied(vector, present), present.count());
    }

    @Override
    void addFirst(ColumnVector vector, long times) {
        weighted.add(copied(vector, BatchRows.all(1))[0], times);
    }

    private long[] copied(ColumnVector vector, BatchRows rows) {
        long[] buffer = buffers.longs(rows.count());
        values.copy(vector, rows, buffer);
        return buffer;
    }
}
