package io.lakewarden.report;

import io.lakewarden.result.MetricValue;
import java.util.Objects;

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
 */
public record ReportBin(
        String label,
        BinGroup group,
        long reference,
        long current,
        MetricValue referenceShare,
        MetricValue currentShare,
        MetricValue psiContribution) {
    public ReportBin {
        Objects.requireNonNull(label, "label");
        Objects.requireNonNull(group, "group");
        Objects.requireNonNull(referenceShare, "referenceShare");
        Objects.requireNonNull(currentShare, "currentShare");
        Objects.requireNonNull(psiContribution, "psiContribution");
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
                MetricValue.finiteOr(psiContribution, "not finite without smoothing"));
    }
}
