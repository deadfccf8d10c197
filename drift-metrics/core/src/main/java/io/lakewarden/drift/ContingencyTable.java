package io.lakewarden.drift;

import java.util.Arrays;
import java.util.PriorityQueue;
import java.util.stream.IntStream;

/** Two rows of counts, and Pearson's test that both come from one distribution. Columns of zeros do not count. */
final class ContingencyTable {
    /** Below this expected count the χ² law is not trusted and the null distribution is simulated. */
    static final double LEAST_EXPECTED = 5;

    private final long[] first;
    private final long[] second;
    private final long firstTotal;
    private final long secondTotal;

    private ContingencyTable(long[] first, long[] second) {
        int[] kept = IntStream.range(0, first.length)
                .filter(column -> first[column] + second[column] > 0)
                .toArray();
        this.first = Arrays.stream(kept).mapToLong(column -> first[column]).toArray();
        this.second = Arrays.stream(kept).mapToLong(column -> second[column]).toArray();
        this.firstTotal = Arrays.stream(this.first).sum();
        this.secondTotal = Arrays.stream(this.second).sum();
        if (firstTotal == 0 || secondTotal == 0) {
            throw new IllegalArgumentException("a contingency table has rows on both sides");
        }
    }

    static ContingencyTable of(long[] first, long[] second) {
        return new ContingencyTable(first, second);
    }

    static ContingencyTable of(BinTable table) {
        return of(table.referenceCounts(), table.currentCounts());
    }

    /** Successes against failures of two samples. */
    static ContingencyTable ofProportions(long successes, long total, long otherSuccesses, long otherTotal) {
        return of(new long[] {successes, total - successes}, new long[] {otherSuccesses, otherTotal - otherSuccesses});
    }

    int degreesOfFreedom() {
        return first.length - 1;
    }

    double smallestExpected() {
        double smallestColumn = Double.POSITIVE_INFINITY;
        for (int column = 0; column < first.length; column++) {
            smallestColumn = Math.min(smallestColumn, (double) first[column] + second[column]);
        }
        return smallestColumn * Math.min(firstTotal, secondTotal) / (firstTotal + secondTotal);
    }

    /** Σ (observed − expected)² / expected, expectations from the pooled shares. */
    double statistic() {
        return statistic(second);
    }

    /** The statistic with other counts in the second row but the same margins. */
    double statistic(long[] otherSecond) {
        double share = (double) secondTotal / (firstTotal + secondTotal);
        double sum = 0;
        for (int column = 0; column < first.length; column++) {
            double pooled = first[column] + second[column];
            double deviation = otherSecond[column] - pooled * share;
            sum += deviation * deviation / pooled;
        }
        return sum / (share * (1 - share));
    }

    /** 2 Σ observed · ln(observed / expected), expectations from the pooled shares. */
    double likelihoodRatio() {
        double all = (double) firstTotal + secondTotal;
        double sum = 0;
        for (int column = 0; column < first.length; column++) {
            double pooled = ((double) first[column] + second[column]) / all;
            sum += surprise((double) first[column], pooled * firstTotal)
                    + surprise((double) second[column], pooled * secondTotal);
        }
        return Math.max(0, 2 * sum);
    }

    /**
     * The p-value of {@link #likelihoodRatio()} by the χ² law, the statistic divided by 1 + (R(1/N + 1/M) − 1)(Σ R/count − 1) / (6
     * R (B − 1)), R all rows, which takes its excess in small samples away (D. Williams, "Improved likelihood ratio tests for
     * complete contingency tables", 1976).
     */
    double correctedLikelihoodRatioPValue() {
        double all = (double) firstTotal + secondTotal;
        double rarity = -1;
        for (long total : columnTotals()) {
            rarity += all / total;
        }
        double excess = (all / firstTotal + all / secondTotal - 1) * rarity / (6 * all * degreesOfFreedom());
        return PValues.upperChiSquared(likelihoodRatio() / (1 + excess), degreesOfFreedom());
    }

    /** o · ln(o / e) − (o − e), whose last part adds up to nothing but keeps small differences from being lost. */
    private static double surprise(double observed, double expected) {
        double deviation = observed - expected;
        return observed == 0 ? expected : observed * -Math.log1p(-deviation / observed) - deviation;
    }

    /**
     * The same rows with rare columns together, by a rule that looks at the margins only: as long as there are more than
     * two columns and the rarest one is expected less than {@value #LEAST_EXPECTED} times on the smaller side, it joins the
     * next rarest.
     */
    ContingencyTable grouped() {
        double all = (double) firstTotal + secondTotal;
        double fewest = LEAST_EXPECTED * all / Math.min(firstTotal, secondTotal);
        PriorityQueue<Column> columns = new PriorityQueue<>();
        for (int column = 0; column < first.length; column++) {
            columns.add(new Column(column, first[column], second[column]));
        }
        while (columns.size() > 2 && columns.element().total() < fewest) {
            columns.add(columns.remove().with(columns.remove()));
        }
        Column[] groups = columns.toArray(Column[]::new);
        return of(
                Arrays.stream(groups).mapToLong(Column::first).toArray(),
                Arrays.stream(groups).mapToLong(Column::second).toArray());
    }

    /** Rarer ones first, equals in their order. */
    private record Column(int place, long first, long second) implements Comparable<Column> {
        long total() {
            return first + second;
        }

        Column with(Column other) {
            return new Column(Math.min(place, other.place), first + other.first, second + other.second);
        }

        @Override
        public int compareTo(Column other) {
            int byTotal = Long.compare(total(), other.total());
            return byTotal == 0 ? Integer.compare(place, other.place) : byTotal;
        }
    }

    /** Cramér's V = √(χ² / (N · min(1, K − 1))), in [0, 1]. */
    double cramersV() {
        return degreesOfFreedom() == 0 ? 0 : Math.min(1, Math.sqrt(statistic() / (firstTotal + secondTotal)));
    }

    /** Probability of a statistic at least as large without drift. */
    double pValue() {
        if (degreesOfFreedom() == 0) {
            return 1;
        }
        return isSparse() ? new SimulatedNull(this).pValue() : PValues.upperChiSquared(statistic(), degreesOfFreedom());
    }

    boolean isSparse() {
        return smallestExpected() < LEAST_EXPECTED;
    }

    long[] columnTotals() {
        long[] totals = new long[first.length];
        Arrays.setAll(totals, column -> first[column] + second[column]);
        return totals;
    }

    long secondTotal() {
        return secondTotal;
    }

    ContingencyTable swapped() {
        return of(second, first);
    }

    boolean isSecondLarger() {
        return secondTotal > firstTotal;
    }
}
