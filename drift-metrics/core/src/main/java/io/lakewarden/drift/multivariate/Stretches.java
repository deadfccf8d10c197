package io.lakewarden.drift.multivariate;

import java.util.List;
import java.util.stream.IntStream;

/** Cuts rows, which stand in the order of time, into stretches that show how much they move by themselves. */
final class Stretches {
    private static final int FEWEST = 5;
    private static final int MOST = 20;

    private Stretches() {}

    /**
     * Rows of one stretch.
     *
     * @param from the first
     * @param to the one after the last
     */
    record Stretch(int from, int to) {}

    /** Stretches of about as many rows as are to be compared with them, but no fewer than 5 and no more than 20; none of fewer than 10 rows. */
    static List<Stretch> of(int rows, int comparedRows) {
        if (comparedRows == 0 || rows < 2 * FEWEST) {
            return List.of();
        }
        int count = Math.max(FEWEST, Math.min(MOST, rows / comparedRows));
        return IntStream.range(0, count)
                .mapToObj(place ->
                        new Stretch((int) ((long) rows * place / count), (int) ((long) rows * (place + 1) / count)))
                .toList();
    }
}
