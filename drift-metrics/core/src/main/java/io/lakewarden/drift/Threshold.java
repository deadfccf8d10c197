package io.lakewarden.drift;

import io.lakewarden.result.MetricValue;
import io.lakewarden.result.Status;
import java.util.function.DoubleFunction;

/** What turns a score into a status. Knows nothing of how the score came about. */
public sealed interface Threshold permits FixedThreshold {
    /** Warns from one bound and fails from another. */
    static Threshold of(double warn, double fail) {
        return FixedThreshold.of(warn, fail);
    }

    /** The status of a value; {@link Status#ERROR} if it is unknown. */
    Status evaluate(MetricValue value);

    /** The bounds for people, such as {@code below 0.1}, with numbers in the statistic's own words. */
    String expectation(DoubleFunction<String> words);
}
