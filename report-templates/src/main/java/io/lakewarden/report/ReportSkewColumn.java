package io.lakewarden.report;

import io.lakewarden.result.ColumnRole;
import io.lakewarden.result.MetricValue;
import io.lakewarden.result.Status;
import java.util.Objects;
import java.util.Optional;

/**
 * One column in two sources.
 *
 * @param name its path
 * @param role what it means to the model
 * @param status how it was judged
 * @param mismatch the share of joined rows with different values, with its interval at 95 %; absent where rows were not
 *     compared
 * @param missingOther the share of them with a value in the window alone; absent likewise
 * @param missingCurrent the share of them with a value in the other source alone; absent likewise
 * @param distribution the score that speaks for how its values are spread; absent where that was not compared
 * @param sentence what was found, of the worst finding; absent where there is none
 */
public record ReportSkewColumn(
        String name,
        ColumnRole role,
        Status status,
        Optional<MetricValue> mismatch,
        Optional<MetricValue> missingOther,
        Optional<MetricValue> missingCurrent,
        Optional<ReportScore> distribution,
        Optional<String> sentence) {
    public ReportSkewColumn {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(role, "role");
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(mismatch, "mismatch");
        Objects.requireNonNull(missingOther, "missingOther");
        Objects.requireNonNull(missingCurrent, "missingCurrent");
        Objects.requireNonNull(distribution, "distribution");
        Objects.requireNonNull(sentence, "sentence");
    }
}
