package io.lakewarden.spark.profile;

import io.lakewarden.result.Window;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * Finds the windows that hold a time. The starts and ends of all windows cut time into pieces; which windows cover a
 * piece is worked out once, so that a row costs one binary search however many windows there are and overlap.
 */
final class TimeIndex implements Serializable {
    private final long[] cuts;
    private final int[][] windowsAfterCut;

    private TimeIndex(long[] cuts, int[][] windowsAfterCut) {
        this.cuts = cuts;
        this.windowsAfterCut = windowsAfterCut;
    }

    static TimeIndex of(List<Window> windows) {
        long[] starts = windows.stream()
                .mapToLong(it -> CellTime.microsFrom(it.start()))
                .toArray();
        long[] ends =
                windows.stream().mapToLong(it -> CellTime.microsFrom(it.end())).toArray();
        long[] cuts = LongStream.concat(Arrays.stream(starts), Arrays.stream(ends))
                .sorted()
                .distinct()
                .toArray();
        int[][] windowsAfterCut = Arrays.stream(cuts)
                .mapToObj(cut -> IntStream.range(0, starts.length)
                        .filter(window -> starts[window] <= cut && cut < ends[window])
                        .toArray())
                .toArray(int[][]::new);
        return new TimeIndex(cuts, windowsAfterCut);
    }

    /** The indexes of the windows that hold the time; do not change the array. */
    int[] windowsAt(long micros) {
        int found = Arrays.binarySearch(cuts, micros);
        int cut = found >= 0 ? found : -found - 2;
        return cut < 0 ? NONE : windowsAfterCut[cut];
    }

    private static final int[] NONE = {};
}
