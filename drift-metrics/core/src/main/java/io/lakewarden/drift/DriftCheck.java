package io.lakewarden.drift;

import io.lakewarden.result.Finding;
import io.lakewarden.result.MetricValue;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One score held against its threshold, with all that the judgement rests on.
 *
 * @param statistic its name
 * @param score what was measured
 * @param threshold what it was held against
 * @param pValue of the test that stands beside the score: its own, or that of the whole column: {@link CombinedTest}, without
 *     one {@link ChiSquaredTest}; unknown without either
 * @param adjusted the p-value adjusted to the family of tests; empty where the check is not its column's primary one
 * @param calibrated the effect up to which the budget of false alarms takes it for chance; empty where none was learnt
 * @param reason why it came out so
 * @param season how much the reference itself moves, where that was asked
 * @param finding what is told of it
 */
public record DriftCheck(
        String statistic,
        DriftScore score,
        Threshold threshold,
        MetricValue pValue,
        OptionalDouble adjusted,
        OptionalDouble calibrated,
        CheckReason reason,
        Optional<SeasonNote> season,
        Finding finding) {
    public DriftCheck {
        Objects.requireNonNull(statistic, "statistic");
        Objects.requireNonNull(score, "score");
        Objects.requireNonNull(threshold, "threshold");
        Objects.requireNonNull(pValue, "pValue");
        Objects.requireNonNull(adjusted, "adjusted");
        Objects.requireNonNull(calibrated, "calibrated");
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(season, "season");
        Objects.requireNonNull(finding, "finding");
    }
}
