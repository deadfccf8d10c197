package io.lakewarden.benchmarks;

import io.lakewarden.simulator.Incident;
import io.lakewarden.simulator.MonthPlan;
import java.util.Set;
import java.util.TreeSet;

/**
 * What monitoring said about one month.
 *
 * @param plan what really happened
 * @param inputs how many input columns were judged
 * @param alertedInputs those of them with a finding of WARN or FAIL
 * @param alertedOutputs columns of predictions and labels with such a finding
 */
record MonthOutcome(MonthPlan plan, int inputs, Set<String> alertedInputs, Set<String> alertedOutputs) {
    /** Whether the column that the month's incident is about has an alert. */
    boolean isDetected() {
        return plan.incident()
                .map(Incident::column)
                .filter(alertedInputs::contains)
                .isPresent();
    }

    /** Inputs with an alert although nothing happened to them. */
    Set<String> falseAlarms() {
        Set<String> others = new TreeSet<>(alertedInputs);
        plan.incident().map(Incident::column).ifPresent(others::remove);
        return others;
    }
}
