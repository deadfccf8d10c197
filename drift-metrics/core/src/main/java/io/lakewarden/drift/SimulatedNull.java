package io.lakewarden.drift;

import java.util.Comparator;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.commons.math3.special.Gamma;

/**
 * The χ² statistic's distribution when rows are dealt to the two samples at random, margins kept (multivariate
 * hypergeometric), by seeded simulation: for tables whose expected counts are too small for the χ² law. Counts that are
 * expected to be large are drawn from the normal approximation, which is as good there as the χ² law itself. Equal
 * tables give equal p-values. Sampling stops once the p-value is clearly large; the smallest possible one is 1/2000, unless a smaller
 * one is asked for.
 */
final class SimulatedNull {
    /** The smallest p-value that comes out. */
    static final double SMALLEST = 1.0 / 2000;

    private static final int MOST_DRAWS = 1_000_000;
    private static final int ENOUGH_EXCEEDANCES = 20;
    private static final double LARGE_MEAN = 20;
    private static final long SEED = 20_260_101;

    private final ContingencyTable table;
    private final long[] columnTotals;
    private final int[] order;
    private final Random random = new Random(SEED);

    SimulatedNull(ContingencyTable observed) {
        this.table = observed.isSecondLarger() ? observed.swapped() : observed;
        this.columnTotals = table.columnTotals();
        this.order = IntStream.range(0, columnTotals.length)
                .boxed()
                .sorted(Comparator.comparingLong(column -> columnTotals[column]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    double pValue() {
        return pValue(SMALLEST);
    }

    /** With so many draws that a p-value as small as that can come out, down to one in a million. */
    double pValue(double smallest) {
        int draws = (int) Math.min(MOST_DRAWS, Math.ceil(1 / smallest - 1e-9)) - 1;
        double observed = table.statistic() * (1 - 1e-9);
        int exceedances = 0;
        for (int draw = 1; draw <= draws; draw++) {
            if (table.statistic(deal()) >= observed) {
                exceedances++;
                if (exceedances == ENOUGH_EXCEEDANCES) {
                    return (double) exceedances / draw;
                }
            }
        }
        return (1.0 + exceedances) / (1 + draws);
    }

    /** One random second row: columns from the rarest to the most frequent, which takes what is left. */
    private long[] deal() {
        long[] dealt = new long[columnTotals.length];
        long rows = LongStream.of(columnTotals).sum();
        long hands = table.secondTotal();
        for (int column : order) {
            dealt[column] = hypergeometric(rows, columnTotals[column], hands);
            rows -= columnTotals[column];
            hands -= dealt[column];
        }
        return dealt;
    }

    /** How many of {@code marked} among {@code rows} fall into a random hand of {@code hand} rows. */
    private long hypergeometric(long rows, long marked, long hand) {
        long least = Math.max(0, hand - (rows - marked));
        long most = Math.min(hand, marked);
        if (least == most) {
            return least;
        }
        double mean = (double) marked * hand / rows;
        if (Math.min(mean - least, most - mean) > LARGE_MEAN) {
            double variance = mean * (1 - (double) marked / rows) * (rows - hand) / (rows - 1.0);
            long drawn = Math.round(mean + Math.sqrt(variance) * random.nextGaussian());
            return Math.min(most, Math.max(least, drawn));
        }
        double remaining = random.nextDouble();
        double probability =
                Math.exp(logChoose(marked, least) + logChoose(rows - marked, hand - least) - logChoose(rows, hand));
        long drawn = least;
        while (remaining > probability && drawn < most) {
            remaining -= probability;
            probability *=
                    (double) (marked - drawn) * (hand - drawn) / ((drawn + 1.0) * (rows - marked - hand + drawn + 1.0));
            drawn++;
        }
        return drawn;
    }

    private static double logChoose(long n, long k) {
        return Gamma.logGamma(n + 1.0) - Gamma.logGamma(k + 1.0) - Gamma.logGamma(n - k + 1.0);
    }
}
