package io.lakewarden.drift.multivariate;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * How many times as much Spearman's coefficient of one side varies as that of as many independent rows, because rows of an entity resemble
 * each other: Σ over entities of (Σ of their rows' ψ)² over Σ ψ², times C/(C − 1) for C entities, and at least 1. ψ is how much a row moves the coefficient,
 * F(x) G(y) + E[G(Y) 1(X ≥ x)] + E[F(X) 1(Y ≥ y)] less its mean (C. Croux and C. Dehon, "Influence functions of the Spearman and
 * Kendall correlation measures", 2010), ties counting half.
 *
 * @param factor the quotient of variances, 1 or more; infinite where there is one entity
 * @param entities C, how many there are
 */
record DesignEffect(double factor, int entities) {
    /** That of independent rows, whose law is the normal one. */
    static final DesignEffect NONE = new DesignEffect(1, Integer.MAX_VALUE);

    /** The degrees of freedom of the variance. */
    double degrees() {
        return entities - 1.0;
    }

    /** What its pairs need of a column. */
    static final class Column {
        /** By row, the rank as a share of all, from 0 to 1; NaN where there is none. */
        private final double[] shares;

        /** The rows that have one, from the smallest to the largest. */
        private final int[] order;

        private Column(double[] shares, int[] order) {
            this.shares = shares;
            this.order = order;
        }

        /**
         * A column by its ranks.
         *
         * @param ranks by row, from 1; NaN where there is none
         */
        static Column of(double[] ranks) {
            int[] order = IntStream.range(0, ranks.length)
                    .filter(row -> !Double.isNaN(ranks[row]))
                    .boxed()
                    .sorted(Comparator.comparingDouble(row -> ranks[row]))
                    .mapToInt(Integer::intValue)
                    .toArray();
            return new Column(
                    DoubleStream.of(ranks)
                            .map(rank -> (rank - 0.5) / order.length)
                            .toArray(),
                    order);
        }
    }

    /**
     * Of the rows that have a rank in both columns.
     *
     * @param entities by row, the number of its entity
     */
    static DesignEffect of(Column one, Column other, int[] entities) {
        double[] above = sharesAbove(one, other);
        double[] beyond = sharesAbove(other, one);
        double[] moves = new double[entities.length];
        double mean = 0;
        int rows = 0;
        for (int row = 0; row < moves.length; row++) {
            moves[row] = one.shares[row] * other.shares[row] + above[row] + beyond[row];
            if (!Double.isNaN(moves[row])) {
                mean += moves[row];
                rows++;
            }
        }
        mean /= rows;
        double[] sums = new double[Arrays.stream(entities).max().orElse(0) + 1];
        boolean[] seen = new boolean[sums.length];
        double alone = 0;
        for (int row = 0; row < moves.length; row++) {
            if (!Double.isNaN(moves[row])) {
                sums[entities[row]] += moves[row] - mean;
                seen[entities[row]] = true;
                alone += (moves[row] - mean) * (moves[row] - mean);
            }
        }
        double together = 0;
        int count = 0;
        for (int entity = 0; entity < sums.length; entity++) {
            together += sums[entity] * sums[entity];
            count += seen[entity] ? 1 : 0;
        }
        if (count < 2) {
            return new DesignEffect(Double.POSITIVE_INFINITY, count);
        }
        double quotient = alone > 0 ? together / alone * count / (count - 1.0) : 1;
        return new DesignEffect(Math.max(1, quotient), count);
    }

    /** By row with both ranks, the mean of the other rank over all such rows, counted 0 where the own rank is smaller; NaN for other rows. */
    private static double[] sharesAbove(Column own, Column other) {
        double[] shares = new double[own.shares.length];
        Arrays.fill(shares, Double.NaN);
        double sum = 0;
        int rows = 0;
        int to = own.order.length;
        while (to > 0) {
            int from = to;
            double tied = 0;
            while (from > 0 && own.shares[own.order[from - 1]] == own.shares[own.order[to - 1]]) {
                from--;
                double rank = other.shares[own.order[from]];
                tied += Double.isNaN(rank) ? 0 : rank;
                rows += Double.isNaN(rank) ? 0 : 1;
            }
            for (int place = from; place < to; place++) {
                int row = own.order[place];
                shares[row] = Double.isNaN(other.shares[row]) ? Double.NaN : sum + tied / 2;
            }
            sum += tied;
            to = from;
        }
        for (int row = 0; row < shares.length; row++) {
            shares[row] /= rows;
        }
        return shares;
    }
}
