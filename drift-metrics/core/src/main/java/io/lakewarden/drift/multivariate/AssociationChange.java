package io.lakewarden.drift.multivariate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.math3.distribution.NormalDistribution;

/**
 * How much the association of two columns of categories has changed, over the rows of each side that have both.
 *
 * <p>It is measured by Cramér's V with the correction of its bias (Bergsma, "A bias-correction for Cramér's V and Tschuprow's T", 2013), from 0 to 1:
 * about 0 where columns do not depend on each other, however many categories and however few rows there are. Of a column the ten categories that are
 * most frequent on both sides together are told apart, all others are one more. The size of a change is that of correlations, |artanh V₁ − artanh V₂|:
 * of two columns with two categories each V is the magnitude of their correlation.
 *
 * <p>The p-value is that of a permutation of the sides of all rows, two-sided: (1 + b)/(1 + m) where b of m dealings change as much. Where none does,
 * the normal law with the dealings' root mean square tells how much less likely the change is, since tests of many pairs need smaller values than 1/m. Where rows belong to entities, these are dealt as a whole ({@link DealtParts}). It is the test
 * of no change at all in the two columns together: of a change of their shares alone it knows only through what that does to V.
 *
 * @param first one column
 * @param second the other one
 * @param before the association in the reference
 * @param now the same in the current data
 * @param size the change, as Cohen's q
 * @param pValue of its test, alone
 * @param adjusted the p-value, adjusted to all pairs of columns
 * @param ofReference the largest size of the change between the whole reference and one of its stretches; 0 where stretches hold too few rows
 */
public record AssociationChange(
        String first,
        String second,
        double before,
        double now,
        double size,
        double pValue,
        double adjusted,
        double ofReference)
        implements PairChange {
    private static final NormalDistribution NORMAL = new NormalDistribution(null, 0, 1);

    /**
     * The changes of all pairs of columns that both sides have, largest first, their p-values not adjusted. Those with fewer than 30 complete rows
     * on a side, or with a constant column, are left out.
     *
     * @param reference by column, a text for each row, in the order of time; null where there is none
     * @param current the same
     * @param permutations how many dealings there are
     * @param seed what they are drawn by
     */
    public static List<AssociationChange> of(
            Map<String, String[]> reference, Map<String, String[]> current, int permutations, long seed) {
        return of(reference, current, Optional.empty(), permutations, seed);
    }

    /**
     * The same where rows belong to entities, which change sides as a whole.
     *
     * @param entities of all rows, in the order of both tables; empty where rows are independent
     */
    public static List<AssociationChange> of(
            Map<String, String[]> reference,
            Map<String, String[]> current,
            Optional<Entities> entities,
            int permutations,
            long seed) {
        List<CategoryCodes> columns = reference.entrySet().stream()
                .filter(column -> current.containsKey(column.getKey()))
                .map(column -> CategoryCodes.of(column.getKey(), column.getValue(), current.get(column.getKey())))
                .toList();
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            for (int j = i + 1; j < columns.size(); j++) {
                Pair pair = new Pair(columns.get(i), columns.get(j));
                if (Double.isFinite(pair.change)) {
                    pairs.add(pair);
                }
            }
        }
        if (!pairs.isEmpty()) {
            CategoryCodes any = columns.get(0);
            DealtSides sides =
                    new DealtSides(entities.orElseGet(() -> Entities.ofRows(any.references(), any.currents())), seed);
            deal(columns, pairs, sides, permutations);
        }
        return pairs.stream()
                .map(pair -> pair.tested(permutations))
                .sorted(Comparator.comparingDouble(AssociationChange::size).reversed())
                .toList();
    }

    private static void deal(List<CategoryCodes> columns, List<Pair> pairs, DealtSides sides, int permutations) {
        for (int dealing = 0; dealing < permutations; dealing++) {
            int[] current = sides.deal();
            columns.forEach(column -> column.pick(current));
            pairs.forEach(Pair::dealt);
        }
    }

    /** The same with the p-value among those of other pairs. */
    AssociationChange with(double adjustedValue) {
        return new AssociationChange(first, second, before, now, size, pValue, adjustedValue, ofReference);
    }

    /** Two columns, and what dealings make of them. */
    private static final class Pair {
        private final CategoryCodes first;
        private final CategoryCodes second;
        private final PairCounts reference;
        private final PairCounts current;
        private final double change;
        private double squares;
        private int asLarge;

        Pair(CategoryCodes first, CategoryCodes second) {
            this.first = first;
            this.second = second;
            this.reference = first.ofReference(second, 0, first.references());
            this.current = first.ofCurrent(second);
            this.change = change(reference, current);
        }

        private static double change(PairCounts reference, PairCounts current) {
            return CohensQ.of(reference.association(), current.association());
        }

        void dealt() {
            PairCounts dealt = first.ofPicked(second);
            double byChance = change(reference.plus(current).minus(dealt), dealt);
            // a side without an association says nothing against chance
            asLarge += !(Math.abs(byChance) < Math.abs(change) - 1e-12) ? 1 : 0;
            squares += Double.isFinite(byChance) ? byChance * byChance : 0;
        }

        AssociationChange tested(int permutations) {
            double pValue = (1.0 + asLarge) / (1.0 + permutations);
            if (asLarge == 0) {
                double normal = 2 * NORMAL.cumulativeProbability(-Math.abs(change) / Math.sqrt(squares / permutations));
                pValue = Math.min(pValue, normal);
            }
            return new AssociationChange(
                    first.column(),
                    second.column(),
                    reference.association(),
                    current.association(),
                    Math.abs(change),
                    pValue,
                    pValue,
                    ofReference());
        }

        private double ofReference() {
            return Stretches.of(first.references(), first.currents()).stream()
                    .mapToDouble(stretch -> first.ofReference(second, stretch.from(), stretch.to())
                            .association())
                    .filter(Double::isFinite)
                    .map(association -> Math.abs(CohensQ.of(reference.association(), association)))
                    .max()
                    .orElse(0);
        }
    }
}
