package io.lakewarden.drift.multivariate;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What a reference says about how its columns of numbers go together: its main directions, those that hold 65 % of the variance of its
 * standardised columns, and how well they rebuild its own stretches. Fitted once; it needs none of the reference's rows afterwards.
 *
 * <p>The reference's rows, in the order of time, are cut into 20 stretches (fewer where they would hold fewer than 30 rows, but no fewer
 * than 5), each rebuilt from the directions of the others.
 */
public final class Reconstruction {
    private final List<String> columns;
    private final PrincipalComponents directions;
    private final double[] stretchErrors;
    private final double rowVariance;
    private final int rows;

    Reconstruction(
            List<String> columns,
            PrincipalComponents directions,
            double[] stretchErrors,
            double rowVariance,
            int rows) {
        this.columns = List.copyOf(columns);
        this.directions = directions;
        this.stretchErrors = stretchErrors.clone();
        this.rowVariance = rowVariance;
        this.rows = rows;
    }

    /**
     * What rows of a reference say; empty where fewer than two columns vary, or where there are fewer than 10 rows or twice as many as
     * columns.
     *
     * @param columns the columns' paths
     * @param reference by column and row, the rows in the order of time; NaN where there is no number
     */
    public static Optional<Reconstruction> fit(List<String> columns, double[][] reference) {
        if (columns.size() != reference.length) {
            throw new IllegalArgumentException(
                    "each of " + reference.length + " columns has a path, but there are " + columns.size());
        }
        int rows = reference.length == 0 ? 0 : reference[0].length;
        List<Stretches.Stretch> stretches = Stretches.of(rows);
        if (stretches.isEmpty() || rows < 2 * reference.length) {
            return Optional.empty();
        }
        Optional<PrincipalComponents> whole =
                PrincipalComponents.of(reference, IntStream.range(0, rows).toArray());
        if (whole.isEmpty()) {
            return Optional.empty();
        }
        double[] means = new double[stretches.size()];
        double rowVariance = 0;
        for (int place = 0; place < means.length; place++) {
            Stretches.Stretch stretch = stretches.get(place);
            Optional<PrincipalComponents> others = PrincipalComponents.of(reference, stretch.outside(rows));
            if (others.isEmpty()) {
                return Optional.empty();
            }
            double[] errors = IntStream.of(stretch.inside())
                    .mapToDouble(row -> others.get().error(reference, row))
                    .toArray();
            means[place] = mean(errors);
            rowVariance += variance(errors) / means.length;
        }
        return Optional.of(new Reconstruction(columns, whole.get(), means, rowVariance, rows));
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElse(0);
    }

    private static double variance(double[] values) {
        double mean = mean(values);
        return Arrays.stream(values)
                        .map(value -> (value - mean) * (value - mean))
                        .sum()
                / (values.length - 1);
    }

    /** The paths of the columns that a table to be rebuilt has, in their order. */
    public List<String> columns() {
        return columns;
    }

    PrincipalComponents directions() {
        return directions;
    }

    double[] stretchErrors() {
        return stretchErrors.clone();
    }

    double rowVariance() {
        return rowVariance;
    }

    int rows() {
        return rows;
    }

    /** The mean error of the stretches. */
    double expected() {
        return mean(stretchErrors);
    }

    int stretches() {
        return stretchErrors.length;
    }

    /**
     * By how much the mean error of one more stretch of so many rows deviates. Of fewer rows than the stretches have, it deviates by the errors of
     * single rows on top; of more rows, it is taken for one of theirs, which is too much rather than too little.
     */
    double deviation(int currentRows) {
        double fewerRows = Math.max(0, 1.0 / currentRows - (double) stretches() / rows);
        return Math.sqrt(variance(stretchErrors) * (1 + 1.0 / stretches()) + rowVariance * fewerRows);
    }
}
