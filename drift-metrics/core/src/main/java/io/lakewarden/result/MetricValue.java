package io.lakewarden.result;

import java.util.Locale;
import java.util.Objects;
import java.util.OptionalDouble;

/**
 * A number with the interval that surely (or, for sketches, at the stated confidence) holds the true one, or the reason
 * why there is none. NaN and infinities never stand for a number.
 */
public sealed interface MetricValue {
    /** A value computed without approximation, up to floating-point rounding. */
    static Known exactly(double value) {
        return new Known(value, value, value);
    }

    /** An approximate value with bounds on the true one. */
    static Known between(double value, double lower, double upper) {
        return new Known(value, lower, upper);
    }

    /** The absence of a value. */
    static Unknown unknown(String reason) {
        return new Unknown(reason);
    }

    /** The value where it is finite, otherwise {@link Unknown} with the reason given. */
    static MetricValue finiteOr(double value, String reason) {
        return Double.isFinite(value) ? exactly(value) : unknown(reason);
    }

    /** The number, where there is one. */
    OptionalDouble number();

    /**
     * A known number.
     *
     * @param value the best estimate, finite
     * @param lower the true value is at least this, finite
     * @param upper the true value is at most this, finite
     */
    record Known(double value, double lower, double upper) implements MetricValue {
        public Known {
            if (!Double.isFinite(value) || !Double.isFinite(lower) || !Double.isFinite(upper)) {
                throw new IllegalArgumentException("a known value is finite, but got " + value + " in [" + lower + ", "
                        + upper + "]; say Unknown(reason) instead");
            }
            if (value < lower || value > upper) {
                throw new IllegalArgumentException(
                        "a value lies within its bounds, but got " + value + " in [" + lower + ", " + upper + "]");
            }
        }

        /** Whether the bounds coincide with the value. */
        public boolean exact() {
            return lower == value && upper == value;
        }

        /** The largest possible distance between the value and the true one; 0 where exact. */
        public double errorBound() {
            return Math.max(value - lower, upper - value);
        }

        @Override
        public OptionalDouble number() {
            return OptionalDouble.of(value);
        }

        @Override
        public String toString() {
            return exact() ? Double.toString(value) : String.format(Locale.ROOT, "%s in [%s, %s]", value, lower, upper);
        }
    }

    /**
     * No number, and why.
     *
     * @param reason one clause for people, such as "the column is empty"
     */
    record Unknown(String reason) implements MetricValue {
        public Unknown {
            Objects.requireNonNull(reason, "reason");
            if (reason.isBlank()) {
                throw new IllegalArgumentException("an unknown value needs a reason");
            }
        }

        @Override
        public OptionalDouble number() {
            return OptionalDouble.empty();
        }

        @Override
        public String toString() {
            return "unknown: " + reason;
        }
    }
}
