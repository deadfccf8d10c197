package io.lakewarden.schema.constraint;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** How far beyond what was seen an inferred bound lies, since the next window's extremes lie beyond those of the last ones. */
final class Room {
    private static final int DIGITS = 2;

    /** Numbers that begin closer to 0 than this share of the greatest are amounts, which 0 ends; a temperature is none. */
    private static final double CLOSE_TO_ZERO = 0.1;

    /**
     * With a Pareto tail from the last hundredth to the extreme of 50,000 numbers, some 3 of 1,000 windows of a sixth as many go beyond
     * the room that this gives; with lighter tails fewer.
     */
    private static final double TAIL_GROWTH = 2.0 / 3;

    private Room() {}

    /** Twice the greatest number, up to two digits. */
    static long above(long greatest) {
        return BigDecimal.valueOf(greatest)
                .multiply(BigDecimal.valueOf(2))
                .round(new MathContext(DIGITS, RoundingMode.CEILING))
                .longValue();
    }

    /**
     * The spread once more below the least value, down to two digits, but not below 0 where numbers end there; a constant has no
     * room.
     *
     * @param whole whether all are whole numbers, which people count and number from 0
     * @param tail room that the tail on this side asks for, where that is more than the spread
     */
    static double below(double least, double greatest, boolean whole, double tail) {
        if (least == greatest) {
            return least;
        }
        double bound = rounded(least - Math.max(greatest - least, tail), RoundingMode.FLOOR, least);
        return bound < 0 && endsAtZero(least, greatest, whole) ? 0 : bound;
    }

    /** The spread once more above the greatest value, up to two digits, but not above 0 where numbers end there. */
    static double above(double least, double greatest, boolean whole, double tail) {
        if (least == greatest) {
            return greatest;
        }
        double bound = rounded(greatest + Math.max(greatest - least, tail), RoundingMode.CEILING, greatest);
        return bound > 0 && endsAtZero(-greatest, -least, whole) ? 0 : bound;
    }

    /**
     * How far a heavy tail may go beyond the extreme that was seen. Where that lies k times as far from the median as the last
     * hundredth begins, the next one may lie k^(2/3) times as far as this one.
     */
    static double ofTail(double extreme, double lastHundredth, double median) {
        double reach = Math.abs(extreme - median);
        double usual = Math.abs(lastHundredth - median);
        return usual > 0 ? reach * (Math.pow(reach / usual, TAIL_GROWTH) - 1) : 0;
    }

    private static boolean endsAtZero(double least, double greatest, boolean whole) {
        return least >= 0 && (whole || least <= greatest * CLOSE_TO_ZERO);
    }

    private static double rounded(double value, RoundingMode mode, double otherwise) {
        return Double.isFinite(value)
                ? new BigDecimal(value).round(new MathContext(DIGITS, mode)).doubleValue()
                : otherwise;
    }
}
