package io.lakewarden.drift;

import java.util.HashMap;
import java.util.Map;

/** The distribution of the two-sample Cramér–von Mises statistic T of samples without ties and without drift. */
final class CramerVonMisesLaw {
    /** Up to this product of the sample sizes all orders are counted. */
    private static final long COUNTED_PAIRS = 100;

    /** Points of the midpoint rule, whose error falls exponentially: the integrand is smooth and periodic. */
    private static final int POINTS = 32;

    private CramerVonMisesLaw() {}

    /** P(T ≥ statistic): by counting all orders of small samples, asymptotic otherwise. */
    static double pValue(double statistic, PooledValues pooled) {
        long n = pooled.firstTotal();
        long m = pooled.secondTotal();
        boolean small = n <= COUNTED_PAIRS && m <= COUNTED_PAIRS && n * m <= COUNTED_PAIRS;
        return small ? exact(statistic, (int) n, (int) m) : asymptotic(statistic, pooled);
    }

    /**
     * The share of the orders of both samples whose T is at least as large. T = Σ (i·m − j·n)² / (n·m·(n + m)²) over the
     * places (i, j) that a lattice path from (0, 0) to (n, m) reaches; how often each sum occurs is followed to its end.
     */
    static double exact(double statistic, int n, int m) {
        Map<Long, Double> none = Map.of();
        @SuppressWarnings({"unchecked", "rawtypes"})
        Map<Long, Double>[] row = new Map[m + 1];
        for (int i = 0; i <= n; i++) {
            for (int j = 0; j <= m; j++) {
                Map<Long, Double> sums = new HashMap<>();
                if (i == 0 && j == 0) {
                    sums.put(0L, 1.0);
                } else {
                    long step = (long) i * m - (long) j * n;
                    double left = (double) n + m - i - j + 1;
                    double fromFirst = (n - i + 1) / left;
                    double fromSecond = (m - j + 1) / left;
                    (i == 0 ? none : row[j])
                            .forEach((sum, mass) -> sums.merge(sum + step * step, mass * fromFirst, Double::sum));
                    (j == 0 ? none : row[j - 1])
                            .forEach((sum, mass) -> sums.merge(sum + step * step, mass * fromSecond, Double::sum));
                }
                row[j] = sums;
            }
        }
        double total = (double) n + m;
        long observed = Math.round(statistic * n * m * total * total);
        return Math.min(
                1,
                row[m].entrySet().stream()
                        .filter(entry -> entry.getKey() >= observed)
                        .mapToDouble(Map.Entry::getValue)
                        .sorted()
                        .sum());
    }

    /** The limit law at T moved and stretched to the limit's mean 1/6 and variance 1/45 (Anderson, 1962). */
    static double asymptotic(double statistic, PooledValues pooled) {
        double n = pooled.firstTotal();
        double m = pooled.secondTotal();
        double total = n + m;
        double mean = (1 + 1 / total) / 6;
        double variance = (1 + 1 / total) / 45 * (1 - 0.75 * (n / m + m / n) / total - 0.5 / total);
        return limit(1 / 6.0 + (statistic - mean) / Math.sqrt(45 * variance));
    }

    /**
     * P(W² > x) of the limit of N. Smirnov (1936): 1/π · Σ (−1)ʲ⁺¹ ∫ √(−√y / sin √y) · exp(−x·y/2) / y dy over (2j − 1)²π² < y
     * < (2j)²π², with √y = (2j − ½)π + ½π·sin θ, which takes the poles away. Below
     * x = 0.004, where the probability differs from 1 by less than 1e-13, 1 is returned.
     */
    static double limit(double x) {
        if (x < 0.004) {
            return 1;
        }
        double sum = 0;
        for (int j = 1; j <= 40; j++) {
            double term = 0;
            for (int point = 0; point < POINTS; point++) {
                double theta = Math.PI * ((point + 0.5) / POINTS - 0.5);
                double v = Math.PI / 2 * Math.sin(theta);
                double u = (2 * j - 0.5) * Math.PI + v;
                term += Math.cos(theta) / Math.sqrt(u * Math.cos(v)) * Math.exp(-x * u * u / 2);
            }
            term *= Math.PI / POINTS;
            sum += j % 2 == 1 ? term : -term;
            if (term < 1e-17 * sum) {
                break;
            }
        }
        return Math.min(1, Math.max(0, sum));
    }
}
