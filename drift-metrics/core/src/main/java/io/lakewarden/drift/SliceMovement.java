package io.lakewarden.drift;

import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.commons.math3.special.Erf;

/**
 * How a slice moved against all other rows, from counts and sums of both sides.
 *
 * @param reference the slice in the reference
 * @param current the slice now
 * @param allReference all rows of the reference
 * @param allCurrent all rows now
 */
public record SliceMovement(Part reference, Part current, Part allReference, Part allCurrent) {
    public SliceMovement {
        Objects.requireNonNull(reference, "reference");
        Objects.requireNonNull(current, "current");
        Objects.requireNonNull(allReference, "allReference");
        Objects.requireNonNull(allCurrent, "allCurrent");
    }

    /**
     * Some rows, and a number that some of them have.
     *
     * @param rows how many
     * @param values how many have the number
     * @param sum of the numbers
     * @param squares sum of their squares
     */
    public record Part(long rows, long values, double sum, double squares) {
        /** All that is not in a part of this. */
        public Part without(Part part) {
            return new Part(rows - part.rows, values - part.values, sum - part.sum, squares - part.squares);
        }

        /** These rows and others. */
        public Part and(Part part) {
            return new Part(rows + part.rows, values + part.values, sum + part.sum, squares + part.squares);
        }

        double mean() {
            return sum / values;
        }

        double variance() {
            return values < 2 ? 0 : Math.max(0, (squares - sum * sum / values) / (values - 1));
        }
    }

    /**
     * One measure of it.
     *
     * @param before in the reference
     * @param now in the current data
     * @param effect how far it moved
     * @param pValue two-sided
     */
    public record Measure(double before, double now, double effect, double pValue) {}

    /** The share of rows: the effect is its change, the test that of two shares. Empty where a side has no rows. */
    public Optional<Measure> share() {
        if (allReference.rows() == 0 || allCurrent.rows() == 0) {
            return Optional.empty();
        }
        double before = (double) reference.rows() / allReference.rows();
        double now = (double) current.rows() / allCurrent.rows();
        double pValue = ContingencyTable.ofProportions(
                        reference.rows(), allReference.rows(), current.rows(), allCurrent.rows())
                .pValue();
        return Optional.of(new Measure(before, now, now - before, pValue));
    }

    /**
     * The mean of the number: the effect is its change less the change in all other rows, in standard deviations of the
     * whole reference; the test is z on the variances of the four parts. Empty with fewer than {@code least} values in one.
     */
    public Optional<Measure> mean(long least) {
        Part restBefore = allReference.without(reference);
        Part restNow = allCurrent.without(current);
        double spread = Math.sqrt(allReference.variance());
        if (Math.min(Math.min(reference.values(), current.values()), Math.min(restBefore.values(), restNow.values()))
                        < Math.max(2, least)
                || !(spread > 0)) {
            return Optional.empty();
        }
        double more = difference();
        double error = error(reference) + error(current) + error(restBefore) + error(restNow);
        OptionalDouble z = error > 0 ? OptionalDouble.of(more / Math.sqrt(error)) : OptionalDouble.empty();
        double pValue = z.isPresent() ? Erf.erfc(Math.abs(z.getAsDouble()) / Math.sqrt(2)) : more == 0 ? 1 : 0;
        return Optional.of(new Measure(reference.mean(), current.mean(), more / spread, pValue));
    }

    /** The change of the mean less the change in all other rows; no number where one of the four parts has no values. */
    double difference() {
        return (current.mean() - reference.mean())
                - (allCurrent.without(current).mean()
                        - allReference.without(reference).mean());
    }

    /** The movement in the rows that are not in a part of them. */
    SliceMovement without(SliceMovement part) {
        return new SliceMovement(
                reference.without(part.reference),
                current.without(part.current),
                allReference.without(part.allReference),
                allCurrent.without(part.allCurrent));
    }

    private static double error(Part part) {
        return part.variance() / part.values();
    }
}
