package io.lakewarden.rules.measure;

import java.io.Serializable;
import java.util.function.DoubleFunction;

/**
 * Between which numbers a number is as expected, both ends included.
 *
 * @param atLeast the least one; minus infinity where there is none
 * @param atMost the greatest one; infinity where there is none
 */
public record Bounds(double atLeast, double atMost) implements Serializable {
    public Bounds {
        if (Double.isNaN(atLeast) || Double.isNaN(atMost) || atLeast > atMost) {
            throw new IllegalArgumentException("bounds go up, but got " + atLeast + " to " + atMost);
        }
    }

    /** From a number on. */
    public static Bounds atLeast(double least) {
        return new Bounds(least, Double.POSITIVE_INFINITY);
    }

    /** Whether a number lies between them; NaN never does. */
    public boolean hold(double value) {
        return value >= atLeast && value <= atMost;
    }

    /** The bounds for people, such as {@code at least 3 and at most 5}. */
    public String text(DoubleFunction<String> number) {
        if (atLeast == atMost) {
            return "exactly " + number.apply(atLeast);
        }
        String least = Double.isInfinite(atLeast) ? "" : "at least " + number.apply(atLeast);
        String most = Double.isInfinite(atMost) ? "" : "at most " + number.apply(atMost);
        return least + (least.isEmpty() || most.isEmpty() ? "" : " and ") + most;
    }
}
