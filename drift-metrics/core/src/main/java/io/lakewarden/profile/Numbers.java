package io.lakewarden.profile;

import java.math.BigDecimal;
import java.math.MathContext;

/** How numbers are written as text. */
final class Numbers {
    private static final MathContext LABEL_DIGITS = new MathContext(6);

    private static final double WHOLE_NUMBERS_WRITTEN_PLAINLY = 1e15;

    private static final double SMALLEST_WRITTEN_PLAINLY = 1e-6;

    private Numbers() {}

    /** Whole numbers without a fraction, all others as the shortest text that reads back to the same double. */
    static String text(double value) {
        return value == Math.rint(value) && Math.abs(value) < WHOLE_NUMBERS_WRITTEN_PLAINLY
                ? Long.toString((long) value)
                : Double.toString(value);
    }

    /** The number for people, in six significant digits unless it is whole; where it is an edge, the edge stays exact. */
    static String label(double value) {
        if (value == Math.rint(value)) {
            return text(value);
        }
        BigDecimal rounded = new BigDecimal(value).round(LABEL_DIGITS).stripTrailingZeros();
        return Math.abs(value) >= SMALLEST_WRITTEN_PLAINLY ? rounded.toPlainString() : rounded.toString();
    }
}
