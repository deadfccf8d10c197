package io.lakewarden.simulator;

/**
 * The yearly season. It is antisymmetric about the end of March, so that its mean over January to June is zero and its
 * whole range lies inside the reference: a month's deviation from the reference is season at its most 0.04 standard
 * deviations, which no monitor should sell as drift.
 */
final class Season {
    /** Largest deviation of a month's mean from that of the reference, in standard deviations. */
    static final double STRONG = 0.04;

    static final double MILD = 0.02;

    private static final double VOLUME = 0.15;

    private Season() {}

    /** Between −1 and 1: how far the month is into its season; highest in January. */
    static double phase(int month) {
        return StrictMath.cos(StrictMath.PI * (month - 0.5) / 6);
    }

    /** Splits all rows over the months, more in the cold half of the year; the parts add up to {@code rows}. */
    static int[] volumes(int rows, int months) {
        double[] weights = new double[months];
        double sum = 0;
        for (int month = 1; month <= months; month++) {
            weights[month - 1] = 1 + VOLUME * phase(month);
            sum += weights[month - 1];
        }
        int[] volumes = new int[months];
        double passed = 0;
        int given = 0;
        for (int i = 0; i < months; i++) {
            passed += weights[i];
            int until = i == months - 1 ? rows : (int) StrictMath.round(rows * passed / sum);
            volumes[i] = until - given;
            given = until;
        }
        return volumes;
    }
}
