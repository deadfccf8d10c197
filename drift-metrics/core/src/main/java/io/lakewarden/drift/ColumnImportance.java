package io.lakewarden.drift;

import io.lakewarden.result.Figures;
import io.lakewarden.result.Finding;
import io.lakewarden.result.MetricValue;
import io.lakewarden.result.MetricValue.Known;
import io.lakewarden.result.Status;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** How much columns matter to a model: weights in any unit, none of them negative, one at least above 0. */
public final class ColumnImportance {
    /** The name of {@link #drifted} in tables. */
    public static final String DRIFTED = "importance_weighted_drift";

    private final Map<String, Double> weights;
    private final double sum;

    private ColumnImportance(Map<String, Double> weights, double sum) {
        this.weights = weights;
        this.sum = sum;
    }

    /**
     * By column.
     *
     * @throws IllegalArgumentException if a weight is negative or no number, or none is above 0
     */
    public static ColumnImportance of(Map<String, Double> weights) {
        weights.forEach((column, weight) -> {
            if (!(weight >= 0) || weight.isInfinite()) {
                throw new IllegalArgumentException(
                        "a weight is finite and not negative, but that of '" + column + "' is " + weight);
            }
        });
        double sum = weights.values().stream().mapToDouble(Double::doubleValue).sum();
        if (!(sum > 0)) {
            throw new IllegalArgumentException("one weight at least is above 0");
        }
        return new ColumnImportance(new LinkedHashMap<>(weights), sum);
    }

    /** A column's weight as a multiple of the average of those that have one; 0 for a column without. */
    public double multiple(String column) {
        return weights.getOrDefault(column, 0.0) / sum * weights.size();
    }

    /**
     * The share of all weight that lies on columns at WARN or FAIL, in [0, 1]. Columns that could not be judged count
     * in its upper bound.
     */
    public MetricValue drifted(DatasetDrift drift) {
        double moved = 0;
        double undecided = 0;
        for (ColumnDrift column : drift.columns()) {
            double weight = weights.getOrDefault(column.column(), 0.0);
            moved += column.status().isAlert() ? weight : 0;
            undecided += column.status() == Status.ERROR ? weight : 0;
        }
        double share = Math.min(1, moved / sum);
        return MetricValue.between(share, share, Math.max(share, Math.min(1, (moved + undecided) / sum)));
    }

    /** The same as a fact that is told and not judged. */
    public Finding finding(DatasetDrift drift) {
        Known share = (Known) drifted(drift);
        Optional<ColumnDrift> heaviest = drift.columns().stream()
                .filter(column -> column.status().isAlert() && weights.getOrDefault(column.column(), 0.0) > 0)
                .max((one, other) -> Double.compare(
                        weights.getOrDefault(one.column(), 0.0), weights.getOrDefault(other.column(), 0.0)));
        String sentence = heaviest.isEmpty()
                ? "No column that matters to the model drifted"
                : "Columns with " + Figures.percent(share.value())
                        + " of the importance to the model drifted, first of all "
                        + DriftSentences.quoted(heaviest.get().column());
        return Finding.of(
                "data-drift",
                Finding.TABLE,
                "importance",
                Status.SKIPPED,
                Figures.percent(share.value()),
                "told, not judged",
                sentence
                        + (share.exact()
                                ? ""
                                : "; with those that could not be judged it would be " + Figures.percent(share.upper()))
                        + ".");
    }
}
