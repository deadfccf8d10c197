package io.lakewarden.result;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/** Numbers as sentences show them. */
public final class Figures {
    private static final MathContext THREE_DIGITS = new MathContext(3);

    private Figures() {}

    /** Three significant digits, without an exponent where people would not write one. */
    public static String number(double value) {
        if (value == 0 || !Double.isFinite(value)) {
            return value == 0 ? "0" : Double.toString(value);
        }
        double magnitude = Math.abs(value);
        if (magnitude >= 1e15 || magnitude < 1e-5) {
            return String.format(Locale.ROOT, "%.2e", value);
        }
        BigDecimal rounded =
                magnitude >= 1000 ? BigDecimal.valueOf(Math.round(value)) : new BigDecimal(value).round(THREE_DIGITS);
        return rounded.stripTrailingZeros().toPlainString();
    }

    /** A share as a percentage. */
    public static String percent(double share) {
        return number(share * 100) + " %";
    }

    /** A difference of two shares in percentage points, without its sign. */
    public static String points(double difference) {
        String points = number(Math.abs(difference) * 100);
        return points + (points.equals("1") ? " point" : " points");
    }
}
