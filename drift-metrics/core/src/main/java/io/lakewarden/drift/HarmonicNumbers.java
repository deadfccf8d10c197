package io.lakewarden.drift;

/** Σ 1/i and Σ 1/i² up to n, at any n at once. */
final class HarmonicNumbers {
    private static final double EULER = 0.577_215_664_901_532_9;

    /** From here on the series of Euler and Maclaurin are exact to the last digits. */
    private static final double LARGE = 100;

    private HarmonicNumbers() {}

    static double first(double n) {
        if (n < LARGE) {
            double sum = 0;
            for (int i = 1; i <= n; i++) {
                sum += 1.0 / i;
            }
            return sum;
        }
        double square = 1 / (n * n);
        return Math.log(n) + EULER + 1 / (2 * n) - square * (1 / 12.0 - square * (1 / 120.0 - square / 252));
    }

    static double second(double n) {
        if (n < LARGE) {
            double sum = 0;
            for (int i = 1; i <= n; i++) {
                sum += 1.0 / ((double) i * i);
            }
            return sum;
        }
        double square = 1 / (n * n);
        return Math.PI * Math.PI / 6 - 1 / n + square / 2 - square / n * (1 / 6.0 - square * (1 / 30.0 - square / 42));
    }
}
