package io.lakewarden.spark.profile;

import io.lakewarden.profile.CategoricalColumnBuilder;
import org.apache.spark.sql.execution.vectorized.WritableColumnVector;
import org.apache.spark.sql.vectorized.ColumnVector;
import org.apache.spark.unsafe.Platform;
import org.apache.spark.unsafe.types.UTF8String;

/** Reads texts without copying them. */
final class TextVectors extends ScalarVectors {
    private final CategoricalColumnBuilder builder;
    private final ReadBuffers buffers;

    TextVectors(CategoricalColumnBuilder builder, int mostCodes, ReadBuffers buffers) {
        super(builder, mostCodes, buffers, (dictionary, code, times) -> {
            byte[] utf8 = dictionary.decodeToBinary(code);
            builder.add(utf8, 0, utf8.length, times);
        });
        this.builder = builder;
        this.buffers = buffers;
    }

    @Override
    void add(ColumnVector vector, BatchRows present) {
        if (vector instanceof WritableColumnVector stored
                && !stored.hasDictionary()
                && stored.getUTF8String(present.at(0)).getBaseObject() instanceof byte[] bytes) {
            addStored(stored, bytes, present);
            return;
        }
        for (int i = 0; i < present.count(); i++) {
            add(builder, vector.getUTF8String(present.at(i)));
        }
    }

    /** Adds texts that lie in one array, as those of a batch do that Spark has decoded, without an object for each. */
    private void addStored(WritableColumnVector vector, byte[] bytes, BatchRows present) {
        int count = present.count();
        int[] starts = buffers.starts(count);
        int[] lengths = buffers.lengths(count);
        for (int i = 0; i < count; i++) {
            int row = present.at(i);
            starts[i] = vector.getArrayOffset(row);
            lengths[i] = vector.getArrayLength(row);
        }
        builder.addAll(bytes, starts, lengths, count);
    }

    /** Adds a text, from where it lies if that is an array. */
    static void add(CategoricalColumnBuilder builder, UTF8String text) {
        if (text.getBaseObject() instanceof byte[] bytes) {
            builder.add(bytes, (int) (text.getBaseOffset() - Platform.BYTE_ARRAY_OFFSET), text.numBytes());
        } else {
            builder.add(text.getBytes(), 0, text.numBytes());
        }
    }

    @Override
    void addFirst(ColumnVector vector, long times) {
        UTF8String text = vector.getUTF8String(0);
        builder.add(text.getBytes(), 0, text.numBytes(), times);
    }
}
