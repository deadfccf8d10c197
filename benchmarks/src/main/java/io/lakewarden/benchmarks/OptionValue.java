package io.lakewarden.benchmarks;

/** Reads the values of a benchmark's options. */
public final class OptionValue {
    private OptionValue() {}

    /**
     * A whole number.
     *
     * @throws IllegalArgumentException with one sentence for people
     */
    public static long wholeNumber(String option, String value) {
        try {
            return Long.parseLong(value);
        } catch (NumberFormatException e) {
            throw notWhole(option, value, e);
        }
    }

    /**
     * A number of things.
     *
     * @throws IllegalArgumentException with one sentence for people, unless it is at least 1
     */
    public static int count(String option, String value) {
        try {
            int count = Integer.parseInt(value);
            if (count > 0) {
                return count;
            }
        } catch (NumberFormatException e) {
            throw notWhole(option, value, e);
        }
        throw new IllegalArgumentException(option + " takes at least 1, but got " + value);
    }

    private static IllegalArgumentException notWhole(String option, String value, NumberFormatException e) {
        return new IllegalArgumentException(option + " takes a whole number, but got '" + value + "'", e);
    }
}
