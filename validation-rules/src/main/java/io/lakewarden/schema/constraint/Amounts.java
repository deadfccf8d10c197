package io.lakewarden.schema.constraint;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/** Numbers and values as files and sentences show them. */
public final class Amounts {
    private static final double WRITTEN_PLAINLY = 1e15;
    private static final MathContext THREE_DIGITS = new MathContext(3);
    private static final int LONGEST_SHOWN = 40;

    private Amounts() {}

    /** The number with all its digits; whole ones without a fraction. */
    public static String exact(double number) {
        return number == Math.rint(number) && Math.abs(number) < WRITTEN_PLAINLY
                ? Long.toString((long) number)
                : Double.toString(number);
    }

    /** A count of things, such as {@code 1 row} or {@code 49,812 rows}. */
    public static String count(long number, String noun) {
        return String.format(Locale.ROOT, "%,d %s", number, number == 1 ? noun : noun + "s");
    }

    /** A part of a whole in percent; never 0 or 100 where it is not. */
    public static String percent(long part, long whole) {
        return whole == 0 ? "no share" : percent((double) part / whole);
    }

    /** A share of 1 in percent; never 0 or 100 where it is not. */
    public static String percent(double share) {
        String percent = new BigDecimal(share * 100)
                .round(THREE_DIGITS)
                .stripTrailingZeros()
                .toPlainString();
        if (percent.equals("100") && share < 1) {
            return "over 99.9 %";
        }
        return share > 0 && share < 1e-9 ? "below 0.0000001 %" : percent + " %";
    }

    /** A value of the data in quotation marks, on one line and not longer than a sentence bears. */
    public static String quoted(String value) {
        String shown = value.codePointCount(0, value.length()) <= LONGEST_SHOWN
                ? value
                : value.substring(0, value.offsetByCodePoints(0, LONGEST_SHOWN)) + "…";
        return "'" + shown.replaceAll("\\p{Cntrl}", " ") + "'";
    }

    /** Whether a part of a whole is more than a share of it, in exact arithmetic over the share as it is written. */
    public static boolean exceeds(long part, long whole, BigDecimal share) {
        return BigDecimal.valueOf(part).compareTo(share.multiply(BigDecimal.valueOf(whole))) > 0;
    }
}
