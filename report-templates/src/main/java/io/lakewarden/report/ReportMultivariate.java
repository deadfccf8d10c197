package io.lakewarden.report;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * How the columns of a window go together, held against the reference on samples of rows. What it amounts to is also among the findings.
 *
 * @param referenceSample how many rows of the reference were drawn
 * @param referenceRows of how many
 * @param currentSample how many rows of the window were drawn
 * @param currentRows of how many
 * @param entity the column whose rows belong together; absent where each row stands alone
 * @param separation how well a classifier tells both sides apart; absent where none could be trained
 * @param reconstruction how well the reference's main directions rebuild the window; absent where too few numbers vary
 * @param correlations the pairs of columns of numbers whose correlation changed most, largest first
 * @param pairs how many of those pairs were compared
 * @param texts how well a classifier tells both sides apart by what one column of free text says
 * @param associations the pairs of columns of categories whose association changed most, largest first
 * @param associationPairs how many of those pairs were compared
 */
public record ReportMultivariate(
        long referenceSample,
        long referenceRows,
        long currentSample,
        long currentRows,
        Optional<String> entity,
        Optional<Separation> separation,
        Optional<Reconstruction> reconstruction,
        List<Correlation> correlations,
        int pairs,
        List<TextSeparation> texts,
        List<Association> associations,
        int associationPairs) {
    public ReportMultivariate {
        Objects.requireNonNull(entity, "entity");
        Objects.requireNonNull(separation, "separation");
        Objects.requireNonNull(reconstruction, "reconstruction");
        correlations = List.copyOf(correlations);
        texts = List.copyOf(texts);
        associations = List.copyOf(associations);
    }

    /**
     * How well a classifier tells rows of the window from rows of the reference.
     *
     * @param area the area under the ROC curve of rows that it was not trained on
     * @param lower where its 95 % interval begins
     * @param upper where it ends
     * @param chance the area that 95 of 100 permutations stay below
     * @param pValue of the permutations
     * @param permutations how many there were
     * @param rowsPerSide how many rows of each side it was given
     * @param features what it goes by, the most important first
     */
    public record Separation(
            double area,
            double lower,
            double upper,
            double chance,
            double pValue,
            int permutations,
            int rowsPerSide,
            List<Feature> features) {
        public Separation {
            features = List.copyOf(features);
        }
    }

    /**
     * How well the texts of one column tell both sides apart.
     *
     * @param column its path
     * @param separation how well; without features
     */
    public record TextSeparation(String column, Separation separation) {}

    /**
     * A column that a classifier goes by.
     *
     * @param column its path
     * @param importance its share in all that the classifier goes by
     */
    public record Feature(String column, double importance) {}

    /**
     * The error with which the main directions of the reference rebuild rows, in standard deviations.
     *
     * @param error of the window
     * @param expected the mean of stretches of the reference
     * @param lower where the band of a further stretch begins
     * @param upper where it ends
     * @param stretches how many there were
     * @param columns how many columns of numbers vary
     * @param directions how many directions were taken
     */
    public record Reconstruction(
            double error, double expected, double lower, double upper, int stretches, int columns, int directions) {}

    /**
     * The correlation of two columns.
     *
     * @param first one column
     * @param second the other one
     * @param spearmanBefore Spearman's coefficient in the reference
     * @param spearmanNow the same in the window
     * @param pearsonBefore Pearson's coefficient in the reference
     * @param pearsonNow the same in the window
     * @param size Cohen's q of Spearman's coefficients
     * @param adjusted the p-value, adjusted to all pairs
     */
    public record Correlation(
            String first,
            String second,
            double spearmanBefore,
            double spearmanNow,
            double pearsonBefore,
            double pearsonNow,
            double size,
            double adjusted) {}

    /**
     * The association of two columns of categories.
     *
     * @param first one column
     * @param second the other one
     * @param before Cramér's V in the reference, its bias corrected
     * @param now the same in the window
     * @param size the change, as Cohen's q
     * @param adjusted the p-value, adjusted to all pairs of columns, those of numbers among them
     */
    public record Association(String first, String second, double before, double now, double size, double adjusted) {}
}
