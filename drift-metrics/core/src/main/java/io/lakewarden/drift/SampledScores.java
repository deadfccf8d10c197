package io.lakewarden.drift;

import io.lakewarden.result.ColumnRole;
import io.lakewarden.result.Figures;
import io.lakewarden.result.Finding;
import io.lakewarden.result.MetricValue;
import io.lakewarden.result.MetricValue.Known;
import io.lakewarden.result.MetricValue.Unknown;
import io.lakewarden.result.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Fills in from samples of rows the scores that no profile bounds, such as those of Anderson and Darling: what a profile knows
 * stays. A score of a sample is that of the sample, with its own p-value; its details {@code sample_reference} and {@code sample_current}
 * say how many values it is of.
 */
public final class SampledScores {
    private static final String REFERENCE_VALUES = "sample_reference";
    private static final String CURRENT_VALUES = "sample_current";

    private final double significance;
    private final Map<String, Sides> samples;

    /**
     * Scores from samples.
     *
     * @param significance the largest p-value that is no accident, per check
     * @param samples by column
     */
    public SampledScores(double significance, Map<String, Sides> samples) {
        this.significance = significance;
        this.samples = Map.copyOf(samples);
    }

    /**
     * The sampled values of one column.
     *
     * @param reference the finite values of the reference's sample
     * @param current those of the window's sample
     */
    public record Sides(WeightedValues reference, WeightedValues current) {}

    /** Whether a statistic is one that values alone tell, so that a sample may have to. */
    public static boolean canFill(String statistic) {
        return DriftStatistics.named(statistic)
                .filter(ValueStatistic.class::isInstance)
                .isPresent();
    }

    /** The comparison with these scores; its findings stay. */
    public DatasetDrift fill(DatasetDrift drift) {
        return new DatasetDrift(drift.columns().stream().map(this::fill).toList(), drift.findings(), drift.tests());
    }

    private ColumnDrift fill(ColumnDrift column) {
        Sides sides = samples.get(column.column());
        if (sides == null) {
            return column;
        }
        SortedMap<String, DriftScore> scores = new TreeMap<>(column.scores());
        scores.replaceAll((name, score) ->
                needsValues(score) && DriftStatistics.named(name).orElse(null) instanceof ValueStatistic statistic
                        ? statistic
                                .compare(sides.reference(), sides.current())
                                .with(REFERENCE_VALUES, MetricValue.exactly((double)
                                        sides.reference().total()))
                                .with(CURRENT_VALUES, MetricValue.exactly((double)
                                        sides.current().total()))
                        : score);
        return new ColumnDrift(
                column.column(),
                column.kind(),
                column.role(),
                column.status(),
                scores,
                column.bins(),
                column.season(),
                column.checks(),
                column.failure());
    }

    private static boolean needsValues(DriftScore score) {
        return score.value() instanceof Unknown unknown && unknown.reason().equals(ValueStatistic.NEEDS_VALUES);
    }

    /** What is to be thought of filled scores that have a threshold, which their checks could not judge; no family of tests is held. */
    public List<Finding> judge(DatasetDrift filled, String source) {
        List<Finding> findings = new ArrayList<>();
        for (ColumnDrift column : filled.columns()) {
            for (DriftCheck check : column.checks()) {
                DriftScore score = column.scores().get(check.statistic());
                if (check.reason() == CheckReason.NOT_COMPUTED
                        && column.role() != ColumnRole.ID
                        && score.value() instanceof Known known) {
                    findings.add(judge(column.column(), check, score, known, source));
                }
            }
        }
        return findings;
    }

    private Finding judge(String column, DriftCheck check, DriftScore score, Known known, String source) {
        boolean accident = score.pValue() instanceof Known pValue && pValue.upper() > significance;
        Status status = accident ? Status.PASS : check.threshold().evaluate(known);
        String expected = check.threshold().expectation(Figures::number);
        return Finding.of(
                source,
                column,
                check.statistic(),
                status,
                Figures.number(known.value()),
                expected,
                "By samples of " + count(score, REFERENCE_VALUES) + " values of the reference and "
                        + count(score, CURRENT_VALUES)
                        + " of the window, " + check.statistic() + " of " + DriftSentences.quoted(column) + " is "
                        + Figures.number(known.value()) + "; expected " + expected
                        + (accident && check.threshold().evaluate(known).isAlert()
                                ? ", but so much may be chance."
                                : "."));
    }

    private static String count(DriftScore score, String detail) {
        return score.details().get(detail).number().stream()
                .mapToObj(number -> Long.toString((long) number))
                .findFirst()
                .orElseThrow();
    }
}
