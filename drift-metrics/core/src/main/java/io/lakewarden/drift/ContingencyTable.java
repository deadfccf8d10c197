package io.lakewarden.drift;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.math3.special.Gamma;

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

    /** Cramér's V = √(χ² / (N · min(1, K − 1))), in [0, 1]. */
    double cramersV() {
        return degreesOfFreedom() == 0 ? 0 : Math.min(1, Math.sqrt(statistic() / (firstTotal + secondTotal)));
    }

    /** Probability of a statistic at least as large without drift. */
    double pValue() {
        if (degreesOfFreedom() == 0) {
            return 1;
        }
        return isSparse()
                ? new SimulatedNull(this).pValue()
                : Gamma.regularizedGammaQ(degreesOfFreedom() / 2.0, statistic() / 2);
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
