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

    /** Counts rows that are not null; false, and nothing done, where the vector holds no codes or too many. */
    boolean count(ColumnVector vector, BatchRows present) {
        if (!(vector instanceof WritableColumnVector coded) || !accepts(coded)) {
            return false;
        }
        WritableColumnVector codes = coded.getDictionaryIds();
        int size = present.count();
        for (int i = 0; i < size; i++) {
            counts[codes.getInt(present.at(i))]++;
        }
        return true;
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
