package io.lakewarden.drift.multivariate;

import java.util.List;
import java.util.SplittableRandom;

/** Deals the sides of one fold's rows anew, in {@link DealtParts}, and sees how well the ranks tell them apart. */
final class Dealing {
    private final DealtParts<Part> parts;
    private final double rows;

    /** Pairs of a row of each side: those in which the current row is ranked above, ties counting half, and all. */
    record Pairs(double won, double all) {}

    /** The rows of one entity on one side: how many, and the sum of their ranks. */
    private record Part(int rows, double ranks) {}

    private Dealing(DealtParts<Part> parts, double rows) {
        this.parts = parts;
        this.rows = rows;
    }

    static Dealing of(List<int[]> entities, boolean[] isCurrent, double[] ranks) {
        return new Dealing(
                new DealtParts<>(
                        entities,
                        entity -> part(entity, isCurrent, ranks, true),
                        entity -> part(entity, isCurrent, ranks, false),
                        part -> part.rows() == 0),
                ranks.length);
    }

    private static Part part(int[] entity, boolean[] isCurrent, double[] ranks, boolean side) {
        int rows = 0;
        double sum = 0;
        for (int row : entity) {
            if (isCurrent[row] == side) {
                rows++;
                sum += ranks[row];
            }
        }
        return new Part(rows, sum);
    }

    Pairs dealt(SplittableRandom random) {
        double[] dealt = new double[2];
        parts.deal(random, part -> {
            dealt[0] += part.rows();
            dealt[1] += part.ranks();
        });
        double currents = dealt[0];
        return new Pairs(dealt[1] - currents * (currents + 1) / 2, currents * (rows - currents));
    }
}
