package io.lakewarden.spark.profile;

import java.util.Arrays;
import org.apache.spark.sql.execution.vectorized.Dictionary;
import org.apache.spark.sql.execution.vectorized.WritableColumnVector;
import org.apache.spark.sql.vectorized.ColumnVector;

/**
 * Counts how often each code of a dictionary occurs; the values are looked at once for each dictionary, with their
 * counts. State: four bytes for each code, at most {@code mostCodes}.
 */
final class CodeCounts {
    /** The vector was not counted. */
    static final int NO_CODES = -1;

    private final Sink sink;
    private final int mostCodes;
    private CodeDictionary current;
    private int[] counts = {};

    /** Takes values with their counts. */
    interface Sink {
        void add(Dictionary dictionary, int code, long times);
    }

    CodeCounts(int mostCodes, Sink sink) {
        this.mostCodes = mostCodes;
        this.sink = sink;
    }

    /** Counts rows; says how many are not null, or {@link #NO_CODES} where the vector holds no codes or too many. */
    int count(ColumnVector vector, BatchRows rows) {
        if (!(vector instanceof WritableColumnVector coded) || !accepts(coded)) {
            return NO_CODES;
        }
        WritableColumnVector codes = coded.getDictionaryIds();
        int size = rows.count();
        if (!coded.hasNull()) {
            for (int i = 0; i < size; i++) {
                counts[codes.getInt(rows.at(i))]++;
            }
            return size;
        }
        int present = 0;
        for (int i = 0; i < size; i++) {
            int row = rows.at(i);
            // Without a branch, which scattered nulls would make the processor mispredict. What stands in the place of
            // a
            // null's code is left over from before: nothing is added to the first code instead.
            int times = coded.isNullAt(row) ? 0 : 1;
            counts[codes.getInt(row) & -times] += times;
            present += times;
        }
        return present;
    }

    private boolean accepts(WritableColumnVector vector) {
        CodeDictionary dictionary = ParquetDictionaries.of(vector);
        if (dictionary == null || dictionary.size() > mostCodes) {
            return false;
        }
        if (current == null || current.identity() != dictionary.identity()) {
            flush();
            current = dictionary;
            if (counts.length < dictionary.size()) {
                counts = new int[dictionary.size()];
            }
        }
        return true;
    }

    /** Hands all values counted so far to the sink, in the order of their codes. */
    void flush() {
        if (current == null) {
            return;
        }
        for (int code = 0; code < current.size(); code++) {
            if (counts[code] > 0) {
                sink.add(current.decoder(), code, counts[code]);
            }
        }
        Arrays.fill(counts, 0, current.size(), 0);
        current = null;
    }
}
