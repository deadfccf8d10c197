package io.lakewarden.schema.constraint;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** How far beyond what was seen an inferred bound lies, since the next window's extremes lie beyond those of the last ones. */
final class Room {
    private static final int DIGITS = 2;

    private Room() {}

    /** Twice the greatest number, up to two digits. */
    static long above(long greatest) {
        return BigDecimal.valueOf(greatest)
                .multiply(BigDecimal.valueOf(2))
                .round(new MathContext(DIGITS, RoundingMode.CEILING))
                .longValue();
    }

    /** Half of the spread below the least value, down to two digits; where nothing is negative, 0; a constant has no room. */
    static double below(double least, double greatest) {
        if (least == greatest) {
            return least;
        }
        return least >= 0 ? 0 : rounded(least - (greatest - least) / 2, RoundingMode.FLOOR, least);
    }

    /** Half of the spread above the greatest value, up to two digits; where nothing is positive, 0; a constant has no room. */
    static double above(double least, double greatest) {
        if (least == greatest) {
            return greatest;
        }
        return greatest <= 0 ? 0 : rounded(greatest + (greatest - least) / 2, RoundingMode.CEILING, greatest);
    }

    private static double rounded(double value, RoundingMode mode, double otherwise) {
        return Double.isFinite(value)
                ? new BigDecimal(value).round(new MathContext(DIGITS, mode)).doubleValue()
                : otherwise;
    }
}
