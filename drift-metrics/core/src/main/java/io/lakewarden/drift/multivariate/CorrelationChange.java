package io.lakewarden.drift.multivariate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.distribution.TDistribution;

/**
 * How much the correlation of two columns of numbers has changed, over the rows of each side that have both. Ranks are those among all numbers of a
 * column.
 *
 * <p>Spearman's coefficients are judged, which outliers and skewed columns do not upset; Pearson's stand beside them. The size of a change is
 * Cohen's q = |artanh r₁ − artanh r₂| ("Statistical power analysis for the behavioral sciences", 1988: 0.1 is small, 0.3 medium, 0.5 large), its
 * test Fisher's z with the variance (1 + r²/2)/(n − 3) of each side (Bonett and Wright, "Sample size requirements for estimating Pearson, Kendall
 * and Spearman correlations", 2000), two-sided. Range of a coefficient −1 to 1; q is cut where one lies beyond ±0.9999.
 *
 * <p>Where rows belong to entities, each side's variance is multiplied by how much more its coefficient varies as entities and not rows are drawn, at
 * least 1, and z is held against Student's law with Welch and Satterthwaite's degrees of C − 1 on a side with C entities. A side of one entity proves nothing: p = 1.
 *
 * @param first one column
 * @param second the other one
 * @param spearmanBefore Spearman's coefficient in the reference
 * @param spearmanNow the same in the current data
 * @param pearsonBefore Pearson's coefficient in the reference
 * @param pearsonNow the same in the current data
 * @param size Cohen's q of Spearman's coefficients
 * @param pValue of their test, alone
 * @param adjusted the p-value, adjusted to all pairs of columns
 * @param ofReference Cohen's q between the whole reference and that of its stretches which differs most: how much the reference moves by
 *     itself, as by season; 0 where stretches hold too few complete rows, and of pairs that are not among the {@link #MOST_HELD} largest changes
 */
public record CorrelationChange(
        String first,
        String second,
        double spearmanBefore,
        double spearmanNow,
        double pearsonBefore,
        double pearsonNow,
        double size,
        double pValue,
        double adjusted,
        double ofReference)
        implements PairChange {
    /** With fewer complete rows on either side nothing is said of a pair. */
    private static final int FEWEST_ROWS = 30;

    /** Of so many pairs the stretches of the reference are looked at. */
    private static final int MOST_HELD = 100;

    /** With more degrees Student's law is the normal one. */
    private static final double ALL_BUT_NORMAL = 1e6;

    private static final NormalDistribution NORMAL = new NormalDistribution(null, 0, 1);

    /**
     * The changes of all pairs of columns that both sides have, largest first, their p-values not adjusted; those without enough complete rows, or
     * with a constant column, are left out.
     *
     * @param reference by column, a number for each row, in the order of time; NaN where there is none. Infinite ones count as none
     * @param current the same
     */
    public static List<CorrelationChange> of(Map<String, double[]> reference, Map<String, double[]> current) {
        return of(reference, current, Optional.empty());
    }

    /**
     * The same where rows belong to entities.
     *
     * @param entities of all rows, in the order of both tables; empty where rows are independent
     */
    public static List<CorrelationChange> of(
            Map<String, double[]> reference, Map<String, double[]> current, Optional<Entities> entities) {
        List<String> columns =
                reference.keySet().stream().filter(current::containsKey).toList();
        List<Ranked> before =
                columns.stream().map(column -> Ranked.of(reference.get(column))).toList();
        List<Ranked> now =
                columns.stream().map(column -> Ranked.of(current.get(column))).toList();
        List<CorrelationChange> changes = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            for (int j = i + 1; j < columns.size(); j++) {
                Pairs were = Pairs.of(before.get(i), before.get(j), entities.map(Entities::reference));
                Pairs are = Pairs.of(now.get(i), now.get(j), entities.map(Entities::current));
                if (were.isKnown() && are.isKnown()) {
                    changes.add(between(columns.get(i), columns.get(j), were, are));
                }
            }
        }
        List<CorrelationChange> largestFirst = changes.stream()
                .sorted(Comparator.comparingDouble(CorrelationChange::size).reversed())
                .toList();
        int currentRows = current.values().stream()
                .mapToInt(column -> column.length)
                .max()
                .orElse(0);
        return IntStream.range(0, largestFirst.size())
                .mapToObj(place -> place < MOST_HELD
                        ? largestFirst.get(place).heldAgainst(reference, currentRows)
                        : largestFirst.get(place))
                .toList();
    }

    /** The same with how much the reference moves by itself. */
    private CorrelationChange heldAgainst(Map<String, double[]> reference, int currentRows) {
        double[] one = reference.get(first);
        double[] other = reference.get(second);
        double largest = 0;
        for (Stretches.Stretch stretch : Stretches.of(one.length, currentRows)) {
            Pairs pairs = Pairs.of(
                    Ranked.of(Arrays.copyOfRange(one, stretch.from(), stretch.to())),
                    Ranked.of(Arrays.copyOfRange(other, stretch.from(), stretch.to())),
                    Optional.empty());
            if (pairs.isKnown()) {
                largest = Math.max(largest, Math.abs(CohensQ.of(spearmanBefore, pairs.spearman())));
            }
        }
        return with(adjusted, largest);
    }

    /** The same with the p-value among those of other pairs. */
    CorrelationChange with(double adjustedValue) {
        return with(adjustedValue, ofReference);
    }

    @Override
    public double before() {
        return spearmanBefore;
    }

    @Override
    public double now() {
        return spearmanNow;
    }

    private static CorrelationChange between(String first, String second, Pairs before, Pairs now) {
        double was = before.spearman();
        double is = now.spearman();
        double difference = CohensQ.of(was, is);
        double pValue = pValue(difference, before, now);
        return new CorrelationChange(
                first, second, was, is, before.pearson(), now.pearson(), Math.abs(difference), pValue, pValue, 0);
    }

    private static double pValue(double difference, Pairs before, Pairs now) {
        double was = before.variance();
        double is = now.variance();
        if (Double.isInfinite(was + is)) {
            return 1;
        }
        double degrees = (was + is)
                * (was + is)
                / (was * was / before.effect().degrees()
                        + is * is / now.effect().degrees());
        double distance = -Math.abs(difference) / Math.sqrt(was + is);
        double tail = degrees > ALL_BUT_NORMAL
                ? NORMAL.cumulativeProbability(distance)
                : new TDistribution(null, degrees).cumulativeProbability(distance);
        return Math.min(1, 2 * tail);
    }

    private CorrelationChange with(double adjustedValue, double largest) {
        return new CorrelationChange(
                first,
                second,
                spearmanBefore,
                spearmanNow,
                pearsonBefore,
                pearsonNow,
                size,
                pValue,
                adjustedValue,
                largest);
    }

    /** A column with the ranks of its finite numbers among each other; NaN where there is none. */
    private static final class Ranked {
        private final double[] numbers;
        private final double[] ranks;

        /** Computed once, where a pair first asks for it: only rows of entities do. */
        private DesignEffect.Column inOrder;

        private Ranked(double[] numbers, double[] ranks) {
            this.numbers = numbers;
            this.ranks = ranks;
        }

        static Ranked of(double[] column) {
            int[] finite = IntStream.range(0, column.length)
                    .filter(row -> Double.isFinite(column[row]))
                    .toArray();
            double[] among = MidRanks.of(
                    IntStream.of(finite).mapToDouble(row -> column[row]).toArray());
            double[] ranks = new double[column.length];
            Arrays.fill(ranks, Double.NaN);
            for (int place = 0; place < finite.length; place++) {
                ranks[finite[place]] = among[place];
            }
            return new Ranked(column, ranks);
        }

        DesignEffect.Column inOrder() {
            if (inOrder == null) {
                inOrder = DesignEffect.Column.of(ranks);
            }
            return inOrder;
        }
    }

    /** The rows of one side that have both numbers. */
    private record Pairs(int rows, double pearson, double spearman, DesignEffect effect) {
        static Pairs of(Ranked one, Ranked other, Optional<int[]> entities) {
            int[] complete = IntStream.range(0, one.ranks.length)
                    .filter(row -> !Double.isNaN(one.ranks[row]) && !Double.isNaN(other.ranks[row]))
                    .toArray();
            return new Pairs(
                    complete.length,
                    correlation(one.numbers, other.numbers, complete),
                    correlation(one.ranks, other.ranks, complete),
                    entities.map(it -> DesignEffect.of(one.inOrder(), other.inOrder(), it))
                            .orElse(DesignEffect.NONE));
        }

        /** Of artanh of Spearman's coefficient. */
        double variance() {
            return (1 + spearman * spearman / 2) / (rows - 3) * effect.factor();
        }

        boolean isKnown() {
            return rows >= FEWEST_ROWS && Double.isFinite(pearson) && Double.isFinite(spearman);
        }

        private static double correlation(double[] x, double[] y, int[] rows) {
            double meanX = 0;
            double meanY = 0;
            for (int row : rows) {
                meanX += x[row] / rows.length;
                meanY += y[row] / rows.length;
            }
            double xx = 0;
            double yy = 0;
            double xy = 0;
            for (int row : rows) {
                xx += (x[row] - meanX) * (x[row] - meanX);
                yy += (y[row] - meanY) * (y[row] - meanY);
                xy += (x[row] - meanX) * (y[row] - meanY);
            }
            return Math.max(-1, Math.min(1, xy / Math.sqrt(xx) / Math.sqrt(yy)));
        }
    }
}
