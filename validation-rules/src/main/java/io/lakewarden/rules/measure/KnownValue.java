package io.lakewarden.rules.measure;

import io.lakewarden.result.MetricValue;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A number that a profile knows already.
 *
 * @param value the number, with the interval that holds the true one
 * @param rows the rows that a share is of; empty for other numbers
 */
public record KnownValue(MetricValue.Known value, OptionalLong rows) {
    /** A number without rows; empty where it is unknown. */
    public static Optional<KnownValue> of(MetricValue value) {
        return value instanceof MetricValue.Known known
                ? Optional.of(new KnownValue(known, OptionalLong.empty()))
                : Optional.empty();
    }

    /** The same, but only where the number is exact. */
    public static Optional<KnownValue> exactly(MetricValue value) {
        return of(value).filter(it -> it.value().exact());
    }

    /** The share of rows that hold; empty where there are no rows, for that is no share. */
    public static Optional<KnownValue> share(long holding, long rows) {
        return rows == 0
                ? Optional.empty()
                : Optional.of(new KnownValue(MetricValue.exactly((double) holding / rows), OptionalLong.of(rows)));
    }

    /** Whether every number of the interval is judged alike, so that nothing has to be read. */
    public boolean decides(Bounds bounds) {
        boolean inside = bounds.hold(value.lower()) && bounds.hold(value.upper());
        return inside || value.upper() < bounds.atLeast() || value.lower() > bounds.atMost();
    }
}
