package io.lakewarden.drift.multivariate;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Deals the sides of one fold's rows anew. What changes sides are parts: the rows that an entity has on one side, all together, so
 * that rows of one entity in one period may resemble each other in any way. An entity that is on both sides has its two parts swapped or
 * not; those of entities on one side only change places among each other, whatever their numbers of rows.
 */
final class Dealing {
    /** The sides of parts without a counterpart, true for the current one; shuffled at each dealing. */
    private final boolean[] sides;

    private final List<Part> alone;
    private final List<Part> current;
    private final List<Part> reference;
    private final double rows;

    /** Pairs of a row of each side: those in which the current row is ranked above, ties counting half, and all. */
    record Pairs(double won, double all) {}

    /** The rows of one entity on one side: how many, and the sum of their ranks. */
    private record Part(int rows, double ranks) {}

    private Dealing(boolean[] sides, List<Part> alone, List<Part> current, List<Part> reference, double rows) {
        this.sides = sides;
        this.alone = alone;
        this.current = current;
        this.reference = reference;
        this.rows = rows;
    }

    static Dealing of(List<int[]> entities, boolean[] isCurrent, double[] ranks) {
        List<Part> alone = new ArrayList<>();
        List<Part> current = new ArrayList<>();
        List<Part> reference = new ArrayList<>();
        List<Boolean> sides = new ArrayList<>();
        for (int[] entity : entities) {
            Part now = part(entity, isCurrent, ranks, true);
            Part before = part(entity, isCurrent, ranks, false);
            if (now.rows() > 0 && before.rows() > 0) {
                current.add(now);
                reference.add(before);
            } else {
                alone.add(now.rows() > 0 ? now : before);
                sides.add(now.rows() > 0);
            }
        }
        boolean[] dealt = new boolean[sides.size()];
        for (int part = 0; part < dealt.length; part++) {
            dealt[part] = sides.get(part);
        }
        return new Dealing(dealt, alone, current, reference, ranks.length);
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
        double currents = 0;
        double sum = 0;
        for (int last = sides.length - 1; last > 0; last--) {
            int other = random.nextInt(last + 1);
            boolean moved = sides[last];
            sides[last] = sides[other];
            sides[other] = moved;
        }
        for (int place = 0; place < sides.length; place++) {
            if (sides[place]) {
                currents += alone.get(place).rows();
                sum += alone.get(place).ranks();
            }
        }
        for (int place = 0; place < current.size(); place++) {
            Part part = random.nextBoolean() ? current.get(place) : reference.get(place);
            currents += part.rows();
            sum += part.ranks();
        }
        return new Pairs(sum - currents * (currents + 1) / 2, currents * (rows - currents));
    }
}
