package io.lakewarden.benchmarks.profile.accuracy;

import io.lakewarden.benchmarks.profile.table.GeneratedColumn;
import java.util.Arrays;
import java.util.function.ToLongFunction;

/** Every value of a column, sorted. Values stand as keys of 64 bits, see {@link Keys}. */
final class ExactColumn {
    private final long[] sorted;

    ExactColumn(long[] keys) {
        this.sorted = keys.clone();
        Arrays.sort(sorted);
    }

    /** Draws the column again, cell by cell. */
    static ExactColumn of(GeneratedColumn column, long rows, ToLongFunction<Object> key) {
        long[] keys = new long[Math.toIntExact(rows)];
        int present = 0;
        for (long row = 0; row < rows; row++) {
            Object value = column.value(row);
            if (value != null) {
                keys[present++] = key.applyAsLong(value);
            }
        }
        return new ExactColumn(Arrays.copyOf(keys, present));
    }

    int count() {
        return sorted.length;
    }

    /** The keys in rising order. */
    long[] keys() {
        return sorted.clone();
    }

    long distinct() {
        return heavierThan(0);
    }

    /** How many different values stand in a larger share of the cells. */
    long heavierThan(double share) {
        long values = 0;
        for (int from = 0; from < sorted.length; ) {
            int to = from + 1;
            while (to < sorted.length && sorted[to] == sorted[from]) {
                to++;
            }
            values += to - from > share * sorted.length ? 1 : 0;
            from = to;
        }
        return values;
    }

    int countOf(long key) {
        return countAtMost(key) - countBelow(key);
    }

    int countAtMost(long key) {
        return key == Long.MAX_VALUE ? sorted.length : countBelow(key + 1);
    }

    int countBelow(long key) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < key) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
