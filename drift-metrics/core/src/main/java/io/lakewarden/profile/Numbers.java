package io.lakewarden.profile;

/** How numbers are written as text. */
final class Numbers {
    private static final double WHOLE_NUMBERS_WRITTEN_PLAINLY = 1e15;

    private Numbers() {}

    /** Whole numbers without a fraction, all others as the shortest text that reads back to the same double. */
    static String text(double value) {
        return value == Math.rint(value) && Math.abs(value) < WHOLE_NUMBERS_WRITTEN_PLAINLY
                ? Long.toString((long) value)
                : Double.toString(value);
    }
}
