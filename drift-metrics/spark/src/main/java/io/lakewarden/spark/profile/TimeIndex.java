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
    static final int[] NONE = {};

    /** The piece before the first cut. */
    private static final int BEFORE = -1;

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
        return windowsOf(pieceAt(micros));
    }

    /** For each time the piece that it lies in. Neighbours in a table often lie in the same. */
    int[] piecesAt(long[] micros) {
        int[] pieces = new int[micros.length];
        int last = BEFORE;
        for (int i = 0; i < micros.length; i++) {
            last = holds(last, micros[i]) ? last : pieceAt(micros[i]);
            pieces[i] = last;
        }
        return pieces;
    }

    private int pieceAt(long micros) {
        int found = Arrays.binarySearch(cuts, micros);
        return found >= 0 ? found : -found - 2;
    }

    private boolean holds(int piece, long micros) {
        return (piece == BEFORE || cuts[piece] <= micros) && (piece + 1 == cuts.length || micros < cuts[piece + 1]);
    }

    /** The indexes of the windows that cover a piece; do not change the array. */
    int[] windowsOf(int piece) {
        return piece == BEFORE ? NONE : windowsAfterCut[piece];
    }
}
