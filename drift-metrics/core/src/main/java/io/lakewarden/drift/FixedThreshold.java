package io.lakewarden.drift;

import io.lakewarden.result.MetricValue;
import io.lakewarden.result.MetricValue.Known;
import io.lakewarden.result.Status;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.function.DoubleFunction;

/**
 * Bounds that do not move. A value is judged by the smallest magnitude that its bounds allow, so that an approximation
 * alone never alarms.
 *
 * @param warn magnitudes from here on warn; empty never warns
 * @param fail magnitudes from here on fail; empty never fails
 */
public record FixedThreshold(OptionalDouble warn, OptionalDouble fail) implements Threshold {
    /** A threshold that passes everything: it switches a check off. */
    public static final FixedThreshold NONE = new FixedThreshold(OptionalDouble.empty(), OptionalDouble.empty());

    public FixedThreshold {
        Objects.requireNonNull(warn, "warn");
        Objects.requireNonNull(fail, "fail");
        requireBound(warn);
        requireBound(fail);
        if (warn.isPresent() && fail.isPresent() && warn.getAsDouble() > fail.getAsDouble()) {
            throw new IllegalArgumentException("a threshold warns before it fails, but got warn " + warn.getAsDouble()
                    + " and fail " + fail.getAsDouble());
        }
    }

    /** Both bounds. */
    public static FixedThreshold of(double warn, double fail) {
        return new FixedThreshold(OptionalDouble.of(warn), OptionalDouble.of(fail));
    }

    /** Never fails. */
    public static FixedThreshold warningAt(double warn) {
        return new FixedThreshold(OptionalDouble.of(warn), OptionalDouble.empty());
    }

    /** Fails without warning first. */
    public static FixedThreshold failingAt(double fail) {
        return new FixedThreshold(OptionalDouble.empty(), OptionalDouble.of(fail));
    }

    private static void requireBound(OptionalDouble bound) {
        if (bound.isPresent() && !(bound.getAsDouble() >= 0 && Double.isFinite(bound.getAsDouble()))) {
            throw new IllegalArgumentException(
                    "a threshold is a finite number of at least 0, but got " + bound.getAsDouble());
        }
    }

    @Override
    public Status evaluate(MetricValue value) {
        if (!(value instanceof Known known)) {
            return Status.ERROR;
        }
        double magnitude = magnitude(known);
        if (fail.isPresent() && magnitude >= fail.getAsDouble()) {
            return Status.FAIL;
        }
        return warn.isPresent() && magnitude >= warn.getAsDouble() ? Status.WARN : Status.PASS;
    }

    private static double magnitude(Known known) {
        if (known.lower() <= 0 && known.upper() >= 0) {
            return 0;
        }
        return Math.min(Math.abs(known.lower()), Math.abs(known.upper()));
    }

    @Override
    public String expectation(DoubleFunction<String> words) {
        if (warn.isEmpty() && fail.isEmpty()) {
            return "anything";
        }
        return "below " + words.apply(warn.isPresent() ? warn.getAsDouble() : fail.getAsDouble());
    }
}
