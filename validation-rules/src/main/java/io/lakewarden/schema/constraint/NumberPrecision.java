package io.lakewarden.schema.constraint;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is lost where a profile reads numbers as doubles. Reading keeps their order, so that a number which is read as
 * another than a limit is surely on its side of it; only one that is read as the limit itself may be a neighbour of it.
 */
final class NumberPrecision {
    /** From here on doubles skip whole numbers. */
    private static final double EVERY_WHOLE_NUMBER = 0x1p53;

    /** Decimals of so many digits are all different doubles. */
    private static final int SAFE_DIGITS = 15;

    private static final Pattern DECIMAL = Pattern.compile("decimal\\((\\d+),(\\d+)\\)");

    private NumberPrecision() {}

    /** Whether a value of a type that is read as this double is this double. */
    static boolean isExact(String type, double value) {
        if (type.equals("bigint")) {
            return Math.abs(value) < EVERY_WHOLE_NUMBER;
        }
        Matcher decimal = DECIMAL.matcher(type);
        return !decimal.matches()
                || Integer.parseInt(decimal.group(1)) <= SAFE_DIGITS
                || (decimal.group(2).equals("0") && Math.abs(value) < EVERY_WHOLE_NUMBER);
    }
}
