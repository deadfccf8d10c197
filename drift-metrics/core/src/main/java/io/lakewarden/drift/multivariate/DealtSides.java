package io.lakewarden.drift.multivariate;

import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Deals the sides of rows anew, again and again, those of an entity together as {@link DealtParts} has it. */
final class DealtSides {
    private final DealtParts<int[]> parts;
    private final SplittableRandom random;

    DealtSides(Entities entities, long seed) {
        int references = entities.reference().length;
        this.parts = new DealtParts<>(
                Entities.rows(entities.byRow()),
                rows -> IntStream.of(rows).filter(row -> row >= references).toArray(),
                rows -> IntStream.of(rows).filter(row -> row < references).toArray(),
                rows -> rows.length == 0);
        this.random = new SplittableRandom(seed);
    }

    /** The rows that are current this time; a row of the reference counts from 0, and those of the current data after them. */
    int[] deal() {
        IntStream.Builder dealt = IntStream.builder();
        parts.deal(random, rows -> {
            for (int row : rows) {
                dealt.add(row);
            }
        });
        return dealt.build().toArray();
    }
}
