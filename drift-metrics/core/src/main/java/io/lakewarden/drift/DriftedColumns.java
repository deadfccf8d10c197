package io.lakewarden.drift;

import io.lakewarden.result.ColumnRole;
import io.lakewarden.result.Figures;
import io.lakewarden.result.Finding;
import io.lakewarden.result.MetricValue;
import io.lakewarden.result.Status;

/**
 * How many columns of a table drifted: those whose own checks warn or fail, among those that were judged. The share lies between 0
 * and 1, and is unknown where nothing was judged.
 *
 * @param drifted columns that warn or fail
 * @param judged columns that pass, warn or fail
 */
public record DriftedColumns(long drifted, long judged) {
    /** The name of the share as a metric of the whole table. */
    public static final String NAME = "drifted_columns_share";

    /** Those of a comparison. */
    public static DriftedColumns of(DatasetDrift drift) {
        return new DriftedColumns(
                drift.columns().stream()
                        .filter(column -> column.status().isAlert())
                        .count(),
                drift.columns().stream()
                        .filter(column -> column.status().isAlert() || column.status() == Status.PASS)
                        .count());
    }

    /** The share of the columns that drifted. */
    public MetricValue share() {
        return judged == 0
                ? MetricValue.unknown("no column was judged")
                : MetricValue.exactly((double) drifted / judged);
    }

    /** What is to be thought of the share; skipped where there is none. */
    public Finding judge(Threshold threshold) {
        String columns = drifted + " of " + judged + (judged == 1 ? " column" : " columns");
        return Finding.of(
                DriftAnalysis.source(ColumnRole.FEATURE),
                Finding.TABLE,
                NAME,
                judged == 0 ? Status.SKIPPED : threshold.evaluate(share()),
                judged == 0 ? "no column" : columns,
                threshold.expectation(Figures::percent),
                judged == 0
                        ? "How many columns drifted is not known: none was judged."
                        : columns + " drifted (" + Figures.percent((double) drifted / judged) + "; expected "
                                + threshold.expectation(Figures::percent) + ").");
    }
}
