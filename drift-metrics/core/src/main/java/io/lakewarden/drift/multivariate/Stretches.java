package io.lakewarden.drift.multivariate;

import java.util.List;
import java.util.stream.IntStream;

/** Cuts rows, which stand in the order of time, into stretches that show how much they move by themselves. */
public final class Stretches {
    private static final int FEWEST = 5;
    private static final int MOST = 20;
    private static final int ENOUGH_ROWS = 30;

    private Stretches() {}

    /**
     * Rows of one stretch.
     *
     * @param from the first
     * @param to the one after the last
     */
    public record Stretch(int from, int to) {
        /** The places of its rows. */
        public int[] inside() {
            return IntStream.range(from, to).toArray();
        }

        /** The places of all other rows of so many. */
        public int[] outside(int rows) {
            return IntStream.range(0, rows)
                    .filter(row -> row < from || row >= to)
                    .toArray();
        }
    }

    /** Stretches of about as many rows as are to be compared with them, but no fewer than 5 and no more than 20; none of fewer than 10 rows. */
    public static List<Stretch> of(int rows, int comparedRows) {
        return comparedRows == 0 ? List.of() : cut(rows, rows / comparedRows);
    }

    /** The 20 stretches of rows, whatever is to be compared with them: fewer where they would hold fewer than 30 rows, but no fewer than 5; none of fewer than 10 rows. */
    static List<Stretch> of(int rows) {
        return cut(rows, rows / ENOUGH_ROWS);
    }

    private static List<Stretch> cut(int rows, int wanted) {
        if (rows < 2 * FEWEST) {
            return List.of();
        }
        int count = Math.max(FEWEST, Math.min(MOST, wanted));
        return IntStream.range(0, count)
                .mapToObj(place ->
                        new Stretch((int) ((long) rows * place / count), (int) ((long) rows * (place + 1) / count)))
                .toList();
    }
}
