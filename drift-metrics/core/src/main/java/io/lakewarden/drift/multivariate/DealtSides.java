package io.lakewarden.drift.multivariate;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Deals the sides of rows anew, again and again, as many to each side as there were. */
final class DealtSides {
    private final int[] rows;
    private final int currents;
    private final SplittableRandom random;

    DealtSides(int references, int currents, long seed) {
        this.rows = IntStream.range(0, references + currents).toArray();
        this.currents = currents;
        this.random = new SplittableRandom(seed);
    }

    /** The rows that are current this time; a row of the reference counts from 0, and those of the current data after them. */
    int[] deal() {
        for (int place = 0; place < currents; place++) {
            int other = random.nextInt(place, rows.length);
            int moved = rows[place];
            rows[place] = rows[other];
            rows[other] = moved;
        }
        return Arrays.copyOf(rows, currents);
    }
}
