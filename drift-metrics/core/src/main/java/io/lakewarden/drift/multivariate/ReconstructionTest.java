package io.lakewarden.drift.multivariate;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.TDistribution;

/**
 * Whether the columns of the current data go together as they did in the reference: the mean error with which rows are
 * rebuilt from the main directions of the reference, those that hold 65 % of the variance of its standardised columns. It lies at 0 or above, in
 * standard deviations, and moves up as well as down when relations change.
 *
 * <p>The band comes from the reference: its rows, in the order of time, are cut into stretches, each rebuilt from the directions of the
 * others. It is where a further stretch of as many rows as the current data lies in 99.73 % of the cases, by the law of
 * Student: mean ± t s √(1 + 1/k) over k stretches, three deviations where there are many. NannyML, whose detector this follows, takes mean ± 3 s whatever k.
 *
 * @param error the mean error of the current rows
 * @param expected the mean of the stretches
 * @param lower where the band begins
 * @param upper where it ends
 * @param stretches how many there were
 * @param columns how many columns vary
 * @param directions how many directions were taken
 */
public record ReconstructionTest(
        double error, double expected, double lower, double upper, int stretches, int columns, int directions) {
    /** The probability of three deviations of the normal law, on one side. */
    private static final double THREE_DEVIATIONS = 0.99865;

    /**
     * The test of numbers; empty where fewer than two columns vary or where a side has fewer rows than columns or stretches.
     *
     * @param reference by column and row, the rows in the order of time; NaN where there is no number
     * @param current the same columns
     */
    public static Optional<ReconstructionTest> of(double[][] reference, double[][] current) {
        int rows = reference.length == 0 ? 0 : reference[0].length;
        int currentRows = current.length == 0 ? 0 : current[0].length;
        if (currentRows == 0 || rows < 2 * reference.length) {
            return Optional.empty();
        }
        int[] all = IntStream.range(0, rows).toArray();
        Optional<PrincipalComponents> whole = PrincipalComponents.of(reference, all);
        if (whole.isEmpty()) {
            return Optional.empty();
        }
        List<Stretches.Stretch> parts = Stretches.of(rows, currentRows);
        if (parts.isEmpty()) {
            return Optional.empty();
        }
        int stretches = parts.size();
        double[] means = new double[stretches];
        double rowVariance = 0;
        for (int stretch = 0; stretch < stretches; stretch++) {
            int from = parts.get(stretch).from();
            int to = parts.get(stretch).to();
            int[] others =
                    IntStream.of(all).filter(row -> row < from || row >= to).toArray();
            Optional<PrincipalComponents> fitted = PrincipalComponents.of(reference, others);
            if (fitted.isEmpty()) {
                return Optional.empty();
            }
            double[] errors = IntStream.range(from, to)
                    .mapToDouble(row -> fitted.get().error(reference, row))
                    .toArray();
            means[stretch] = Arrays.stream(errors).average().orElse(0);
            rowVariance += variance(errors) / stretches;
        }
        double expected = Arrays.stream(means).average().orElse(0);
        double furtherRows = Math.max(0, 1.0 / currentRows - (double) stretches / rows);
        double deviation = Math.sqrt(variance(means) * (1 + 1.0 / stretches) + rowVariance * furtherRows);
        double width =
                new TDistribution(null, stretches - 1).inverseCumulativeProbability(THREE_DEVIATIONS) * deviation;
        double error = IntStream.range(0, currentRows)
                .mapToDouble(row -> whole.get().error(current, row) / currentRows)
                .sum();
        return Optional.of(new ReconstructionTest(
                error,
                expected,
                Math.max(0, expected - width),
                expected + width,
                stretches,
                whole.get().columns(),
                whole.get().directions()));
    }

    private static double variance(double[] values) {
        double mean = Arrays.stream(values).average().orElse(0);
        return Arrays.stream(values)
                        .map(value -> (value - mean) * (value - mean))
                        .sum()
                / (values.length - 1);
    }

    /** Whether the error lies outside of the band. */
    public boolean isOutside() {
        return error < lower || error > upper;
    }

    /** By which share of what is expected the error has moved; empty where nothing is expected. */
    public OptionalDouble relativeChange() {
        return expected > 0 ? OptionalDouble.of(Math.abs(error / expected - 1)) : OptionalDouble.empty();
    }
}
