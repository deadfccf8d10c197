package io.lakewarden.rules.check;

import io.lakewarden.result.Finding;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Locale;

/**
 * Numbers and names for people. Numbers have more digits than other sentences show, because they stand beside the bounds
 * that they were held against: 28.1 is more than 28.
 */
public final class Texts {
    private static final int DIGITS = 6;
    private static final int LISTED = 5;

    private Texts() {}

    /** A number of six digits, or all of a whole one. */
    public static String number(double value) {
        if (value == Math.rint(value) && Math.abs(value) < 1e15) {
            return String.format(Locale.ROOT, "%,d", (long) value);
        }
        return new BigDecimal(value)
                .round(new MathContext(DIGITS))
                .stripTrailingZeros()
                .toString();
    }

    /** A whole number. */
    public static String count(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    /** A share as a percentage that says 0% and 100% only where it is that. */
    public static String percent(double share) {
        double percent = share * 100;
        String text = number(Double.parseDouble(String.format(Locale.ROOT, "%.2f", percent)));
        if (text.equals("100") && share < 1) {
            return "more than 99.99%";
        }
        return text.equals("0") && share > 0 ? "less than 0.01%" : text + "%";
    }

    /** A column's path in quotes. */
    public static String quoted(String path) {
        return "'" + path + "'";
    }

    /** Columns that are looked at together: one in quotes, several in brackets. */
    static String tuple(List<String> paths) {
        return paths.size() == 1 ? quoted(paths.get(0)) : "(" + String.join(", ", paths) + ")";
    }

    /** The column that a finding about some columns together is about: the only one, or the whole table. */
    static String subject(List<String> paths) {
        return paths.size() == 1 ? paths.get(0) : Finding.TABLE;
    }

    /** Some of many names. */
    public static String some(List<String> names) {
        String text = String.join(", ", names.subList(0, Math.min(LISTED, names.size())));
        return names.size() > LISTED ? text + " and " + (names.size() - LISTED) + " more" : text;
    }
}
