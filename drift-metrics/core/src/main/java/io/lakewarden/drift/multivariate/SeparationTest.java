package io.lakewarden.drift.multivariate;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.apache.commons.math3.distribution.NormalDistribution;

/**
 * How well classifiers tell the current data from the reference: the area under the ROC curve of rows that they were not trained on,
 * which is the chance that a current row gets a higher score than one of the reference, ties counting half. Range 0 to 1; 0.5 where nothing can
 * be told, 1 where everything can. Folds count by their pairs of rows.
 *
 * <p>The interval covers 95 %, by the variance of DeLong, DeLong and Clarke-Pearson ("Comparing the areas under two or more
 * correlated ROC curves", 1988) in the form for clustered rows (Obuchowski, "Nonparametric analysis of clustered ROC curve data",
 * 1997), where entities and not rows are drawn. It holds for the classifiers at hand and does not tell how others would do.
 *
 * <p>The p-value is that of a permutation: without drift the sides of held-out rows can change places, whatever the classifier has
 * learnt from others. Sides are dealt anew within each fold, all rows that an entity has on one side together ({@link DealtParts}; blocks
 * that are exchanged as a whole: Winkler and others, "Permutation inference for the general linear model", 2014); the classifiers are not
 * trained again. With b of
 * m dealings as good as what was seen it is (1 + b)/(1 + m).
 *
 * @param area the area under the curve
 * @param lower where the interval begins
 * @param upper where it ends
 * @param chance the area that 95 of 100 dealings by chance stay below
 * @param pValue the p-value, one-sided
 * @param permutations how many dealings there were
 */
public record SeparationTest(double area, double lower, double upper, double chance, double pValue, int permutations) {
    private static final double NORMAL_975 = new NormalDistribution(null, 0, 1).inverseCumulativeProbability(0.975);

    /** The test of held-out scores; empty where no fold has rows of both sides. */
    public static Optional<SeparationTest> of(HeldOutScores scores, int permutations, long seed) {
        List<FoldRanks> folds = scores.ofFolds();
        if (folds.isEmpty()) {
            return Optional.empty();
        }
        double pairs = folds.stream().mapToDouble(FoldRanks::pairs).sum();
        double area = folds.stream().mapToDouble(FoldRanks::won).sum() / pairs;
        double deviation = Math.sqrt(folds.stream()
                .mapToDouble(fold -> fold.variance() * (fold.pairs() / pairs) * (fold.pairs() / pairs))
                .sum());
        SplittableRandom random = new SplittableRandom(seed);
        double[] byChance = new double[permutations];
        int asGood = 0;
        for (int dealing = 0; dealing < permutations; dealing++) {
            double won = 0;
            double all = 0;
            for (FoldRanks fold : folds) {
                Dealing.Pairs dealt = fold.byChance(random);
                won += dealt.won();
                all += dealt.all();
            }
            byChance[dealing] = won / all;
            // rounding must not make an equal dealing a lesser one
            asGood += byChance[dealing] >= area - 1e-12 ? 1 : 0;
        }
        Arrays.sort(byChance);
        return Optional.of(new SeparationTest(
                area,
                Math.max(0, area - NORMAL_975 * deviation),
                Math.min(1, area + NORMAL_975 * deviation),
                byChance[(int) Math.ceil(0.95 * permutations) - 1],
                (1.0 + asGood) / (1.0 + permutations),
                permutations));
    }
}
