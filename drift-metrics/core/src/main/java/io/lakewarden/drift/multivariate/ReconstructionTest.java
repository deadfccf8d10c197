package io.lakewarden.drift.multivariate;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.TDistribution;

/**
 * Whether the columns of the current data go together as they did in the reference: the mean error with which rows are
 * rebuilt from the main directions of the reference. It lies at 0 or above, in standard deviations, and moves up as well as down when relations change.
 *
 * <p>The band comes from the reference's stretches. It is where a further stretch of as many rows as the current data lies in 99.73 % of the
 * cases, by the law of Student: mean ± t s √(1 + 1/k) over k stretches, three deviations where there are many. NannyML, whose detector this follows,
 * takes mean ± 3 s whatever k.
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
     * The test of numbers; empty where there are no rows.
     *
     * @param current by the columns of the reconstruction and row; NaN where there is no number
     */
    public static Optional<ReconstructionTest> of(Reconstruction reference, double[][] current) {
        int rows = current.length == 0 ? 0 : current[0].length;
        if (rows == 0) {
            return Optional.empty();
        }
        PrincipalComponents directions = reference.directions();
        double error = IntStream.range(0, rows)
                .mapToDouble(row -> directions.error(current, row) / rows)
                .sum();
        double width =
                new TDistribution(null, reference.stretches() - 1.0).inverseCumulativeProbability(THREE_DEVIATIONS)
                        * reference.deviation(rows);
        double expected = reference.expected();
        return Optional.of(new ReconstructionTest(
                error,
                expected,
                Math.max(0, expected - width),
                expected + width,
                reference.stretches(),
                directions.columns(),
                directions.directions()));
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
