package io.lakewarden.report.text;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Finite numbers as text: a point for decimals, a narrow space between thousands, no more digits than help. */
public final class Numbers {
    private static final char THIN = '\u202f';
    private static final char MINUS = '\u2212';
    private static final int SIGNIFICANT = 5;
    private static final double LARGE = 1e9;
    private static final double SMALL = 1e-4;
    private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    private Numbers() {}

    /** A whole number in full: {@code 50 218}. */
    public static String count(long count) {
        return grouped(BigDecimal.valueOf(count));
    }

    /** Any number: whole ones below 1e15 in full, others to five digits, very large or small ones as powers of ten. */
    public static String number(double number) {
        double size = Math.abs(number);
        if (number == Math.rint(number) && size < 1e15) {
            return grouped(new BigDecimal(number));
        }
        if (size >= LARGE || size < SMALL) {
            return power(number);
        }
        return grouped(new BigDecimal(number).round(new MathContext(SIGNIFICANT, RoundingMode.HALF_EVEN)));
    }

    /** A score or a limit, to three decimals; one too small to show is {@code <0.001}, never a false 0. */
    public static String score(double score) {
        if (score != 0 && Math.abs(score) < 0.0005) {
            return score > 0 ? "<0.001" : ">" + MINUS + "0.001";
        }
        if (Math.abs(score) >= 100_000) {
            return number(score);
        }
        return grouped(new BigDecimal(score).setScale(Math.abs(score) < 100 ? 3 : 1, RoundingMode.HALF_EVEN));
    }

    /** A p-value, to three decimals; none is exactly 0, though its digits may have been too many for a double. */
    public static String pValue(double pValue) {
        return pValue < 0.0005 ? "<0.001" : score(pValue);
    }

    /** A share in [0, 1] as a percentage to one decimal; neither 0% nor 100% unless it is exactly that. */
    public static String share(double share) {
        if (share > 0 && share < 0.0005) {
            return "<0.1%";
        }
        if (share > 0.9995 && share < 1) {
            return ">99.9%";
        }
        return grouped(new BigDecimal(share).movePointRight(2).setScale(1, RoundingMode.HALF_EVEN)) + "%";
    }

    private static String power(double number) {
        BigDecimal rounded = new BigDecimal(number).round(new MathContext(3, RoundingMode.HALF_EVEN));
        int exponent = rounded.precision() - rounded.scale() - 1;
        return grouped(rounded.movePointLeft(exponent)) + THIN + "×" + THIN + "10" + superscript(exponent);
    }

    private static String superscript(int exponent) {
        StringBuilder text = new StringBuilder(exponent < 0 ? "⁻" : "");
        Integer.toString(Math.abs(exponent)).chars().forEach(digit -> text.append(SUPERSCRIPTS.charAt(digit - '0')));
        return text.toString();
    }

    private static String grouped(BigDecimal number) {
        String plain = number.abs().toPlainString();
        int point = plain.indexOf('.');
        String whole = point < 0 ? plain : plain.substring(0, point);
        StringBuilder text = new StringBuilder(number.signum() < 0 ? String.valueOf(MINUS) : "");
        for (int place = 0; place < whole.length(); place++) {
            if (place > 0 && (whole.length() - place) % 3 == 0) {
                text.append(THIN);
            }
            text.append(whole.charAt(place));
        }
        return text.append(point < 0 ? "" : plain.substring(point)).toString();
    }
}
