package io.lakewarden.drift.multivariate;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** The rows of one fold, ranked by what one classifier thinks of them. */
final class FoldRanks {
    private final double[] ranks;
    private final boolean[] current;
    private final List<int[]> entities;
    private final Dealing dealing;
    private final long currents;
    private final double[] ranksOfSide;

    FoldRanks(double[] scores, boolean[] current, int[] entity) {
        this.ranks = MidRanks.of(scores);
        this.current = current;
        this.entities = Entities.rows(entity);
        this.dealing = Dealing.of(entities, current, ranks);
        long count = 0;
        for (boolean side : current) {
            count += side ? 1 : 0;
        }
        this.currents = count;
        this.ranksOfSide = ranksOfSide(scores);
    }

    private double[] ranksOfSide(double[] scores) {
        double[] ofSide = new double[scores.length];
        for (boolean side : new boolean[] {false, true}) {
            List<Integer> rows = new ArrayList<>();
            for (int row = 0; row < scores.length; row++) {
                if (current[row] == side) {
                    rows.add(row);
                }
            }
            double[] among =
                    MidRanks.of(rows.stream().mapToDouble(row -> scores[row]).toArray());
            for (int place = 0; place < among.length; place++) {
                ofSide[rows.get(place)] = among[place];
            }
        }
        return ofSide;
    }

    private double references() {
        return (double) ranks.length - currents;
    }

    /** How many pairs of a row of each side there are. */
    double pairs() {
        return currents * references();
    }

    /** How many of those pairs have the current row ranked above, ties counting half. */
    double won() {
        double sum = 0;
        for (int row = 0; row < ranks.length; row++) {
            sum += current[row] ? ranks[row] : 0;
        }
        return sum - leastSum();
    }

    private double leastSum() {
        return currents * (currents + 1.0) / 2;
    }

    /**
     * The variance of the area, its entities drawn anew. For each row its part is the share of the other side that it beats; parts
     * are added up by entity.
     */
    double variance() {
        double area = won() / pairs();
        double ofCurrent = 0;
        double ofReference = 0;
        double ofBoth = 0;
        int withCurrent = 0;
        int withReference = 0;
        for (int[] rows : entities) {
            double currentSum = 0;
            double referenceSum = 0;
            int currentRows = 0;
            for (int row : rows) {
                if (current[row]) {
                    currentSum += (ranks[row] - ranksOfSide[row]) / references() - area;
                    currentRows++;
                } else {
                    referenceSum += 1 - (ranks[row] - ranksOfSide[row]) / currents - area;
                }
            }
            withCurrent += currentRows > 0 ? 1 : 0;
            withReference += currentRows < rows.length ? 1 : 0;
            ofCurrent += currentSum * currentSum;
            ofReference += referenceSum * referenceSum;
            ofBoth += currentSum * referenceSum;
        }
        double m = currents;
        double n = references();
        return ofCurrent * corrected(withCurrent) / (m * m)
                + ofReference * corrected(withReference) / (n * n)
                + 2 * ofBoth * corrected(entities.size()) / (m * n);
    }

    private static double corrected(int entities) {
        return entities > 1 ? entities / (entities - 1.0) : 1;
    }

    /** The pairs won, and how many there are, once the sides are dealt anew. */
    Dealing.Pairs byChance(SplittableRandom random) {
        return dealing.dealt(random);
    }
}
