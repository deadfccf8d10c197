package io.lakewarden.history;

import io.lakewarden.result.Figures;
import java.util.OptionalDouble;

/**
 * The values that a strategy expects: from {@code low} to {@code high}, both among them.
 *
 * @param low negative infinity where nothing is too low
 * @param high infinity where nothing is too high
 */
public record ExpectedBand(double low, double high) {
    public ExpectedBand {
        if (!(low <= high)) {
            throw new IllegalArgumentException("a band begins below its end, but got " + low + " and " + high);
        }
    }

    /** The lower end, where there is one. */
    public OptionalDouble lowest() {
        return low == Double.NEGATIVE_INFINITY ? OptionalDouble.empty() : OptionalDouble.of(low);
    }

    /** The upper end, where there is one. */
    public OptionalDouble highest() {
        return high == Double.POSITIVE_INFINITY ? OptionalDouble.empty() : OptionalDouble.of(high);
    }

    /** The band in words, beside a number that is told to the same digits. */
    String text(Digits digits) {
        if (lowest().isEmpty()) {
            return "at most " + digits.of(high);
        }
        return highest().isEmpty() ? "at least " + digits.of(low) : digits.of(low) + " to " + digits.of(high);
    }

    /** How numbers are told: short where that keeps apart what differs, else in full. */
    interface Digits {
        String of(double value);

        /** The shortest form in which a number outside a band is not told as its end. */
        static Digits apart(double value, ExpectedBand band) {
            boolean same = (value < band.low && Figures.number(value).equals(Figures.number(band.low)))
                    || (value > band.high && Figures.number(value).equals(Figures.number(band.high)));
            return same ? Double::toString : Figures::number;
        }
    }
}
