package io.lakewarden.drift;

import io.lakewarden.result.MetricValue;
import java.util.Collections;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a statistic measured.
 *
 * @param value the score; thresholds judge its lower bound
 * @param details further numbers by name, such as {@code p_value}; never the score itself
 */
public record DriftScore(MetricValue value, SortedMap<String, MetricValue> details) {
    /** Name of the detail that holds a test's p-value. */
    public static final String P_VALUE = "p_value";

    public DriftScore {
        Objects.requireNonNull(value, "value");
        details = Collections.unmodifiableSortedMap(new TreeMap<>(details));
    }

    /** A score without details. */
    public static DriftScore of(MetricValue value) {
        return new DriftScore(value, new TreeMap<>());
    }

    /** A score computed without approximation. */
    public static DriftScore exactly(double value) {
        return of(MetricValue.finiteOr(value, NumberStatistic.TOO_LARGE));
    }

    /** No score, and why. */
    public static DriftScore unknown(String reason) {
        return of(MetricValue.unknown(reason));
    }

    /** The same score with one more detail. */
    public DriftScore with(String name, MetricValue detail) {
        SortedMap<String, MetricValue> more = new TreeMap<>(details);
        more.put(name, detail);
        return new DriftScore(value, more);
    }

    /** The p-value of the test that belongs to the score, unknown where it has none. */
    public MetricValue pValue() {
        return details.getOrDefault(P_VALUE, MetricValue.unknown("the statistic has no test of its own"));
    }
}
