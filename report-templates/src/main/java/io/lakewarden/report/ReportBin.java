package io.lakewarden.report;

import io.lakewarden.result.MetricValue;
import java.util.Objects;
import java.util.OptionalDouble;

/**
 * One row of a bin table.
 *
 * @param label the range or value, for people; may be user data
 * @param group what kind of bin it is
 * @param reference rows of the reference in it
 * @param current rows of the window in it
 * @param referenceShare its share of the reference, in [0, 1]
 * @param currentShare its share of the window, in [0, 1]
 * @param psiContribution what it adds to the index, after smoothing
 * @param points what a row in it is worth on the column's scorecard; absent where it says nothing
 */
public record ReportBin(
        String label,
        BinGroup group,
        long reference,
        long current,
        MetricValue referenceShare,
        MetricValue currentShare,
        MetricValue psiContribution,
        OptionalDouble points) {
    /** Why a bin has no points. */
    public static final String WITHOUT_POINTS = "the scorecard has no points for it";

    public ReportBin {
        Objects.requireNonNull(label, "label");
        Objects.requireNonNull(group, "group");
        Objects.requireNonNull(referenceShare, "referenceShare");
        Objects.requireNonNull(currentShare, "currentShare");
        Objects.requireNonNull(psiContribution, "psiContribution");
        Objects.requireNonNull(points, "points");
        if (reference < 0 || current < 0) {
            throw new IllegalArgumentException(
                    "counts are not negative, but got " + reference + " and " + current + " in bin '" + label + "'");
        }
    }

    /** A row from plain numbers; one that is not finite becomes unknown, with its reason. */
    public static ReportBin of(
            String label,
            BinGroup group,
            long reference,
            long current,
            double referenceShare,
            double currentShare,
            double psiContribution) {
        return new ReportBin(
                label,
                group,
                reference,
                current,
                MetricValue.finiteOr(referenceShare, "the reference has no rows"),
                MetricValue.finiteOr(currentShare, "the window has no rows"),
                MetricValue.finiteOr(psiContribution, "not finite without smoothing"),
                OptionalDouble.empty());
    }

    /** The same row, each of whose rows is worth so many points. */
    public ReportBin worth(OptionalDouble each) {
        return new ReportBin(label, group, reference, current, referenceShare, currentShare, psiContribution, each);
    }

    /** (Actual share − expected share) × points; unknown without points or without one of the shares. */
    public MetricValue weightedShift() {
        return points.isPresent()
                        && referenceShare.number().isPresent()
                        && currentShare.number().isPresent()
                ? MetricValue.finiteOr(
                        (currentShare.number().getAsDouble()
                                        - referenceShare.number().getAsDouble())
                                * points.getAsDouble(),
                        "too large to compare")
                : MetricValue.unknown(WITHOUT_POINTS);
    }
}
