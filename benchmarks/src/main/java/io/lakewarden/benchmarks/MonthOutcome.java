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
 * @param alertedBySchema columns of any role, and the table, with such a finding by the inferred schema
 * @param alertedByRules columns of any role, and the table, with such a finding by rules
 * @param alertedByHistory inputs with such a finding by the months before
 */
record MonthOutcome(
        MonthPlan plan,
        int inputs,
        Set<String> alertedInputs,
        Set<String> alertedOutputs,
        Set<String> alertedBySchema,
        Set<String> alertedByRules,
        Set<String> alertedByHistory) {
    /** Whether the column that the month's incident is about has an alert of drift. */
    boolean isDetected() {
        return isIncident(alertedInputs);
    }

    /** Whether it has one by the inferred schema. */
    boolean isDetectedBySchema() {
        return isIncident(alertedBySchema);
    }

    /** Whether it has one by rules. */
    boolean isDetectedByRules() {
        return isIncident(alertedByRules);
    }

    /** Whether it has one by the months before. */
    boolean isDetectedByHistory() {
        return isIncident(alertedByHistory);
    }

    private boolean isIncident(Set<String> alerted) {
        return plan.incident().map(Incident::column).filter(alerted::contains).isPresent();
    }

    /** Inputs with an alert although nothing happened to them. */
    Set<String> falseAlarms() {
        Set<String> others = new TreeSet<>(alertedInputs);
        plan.incident().map(Incident::column).ifPresent(others::remove);
        return others;
    }
}
