package io.lakewarden.drift;

/** The distribution of the two-sample Kolmogorov–Smirnov statistic of samples without ties and without drift. */
public final class KolmogorovSmirnovLaw {
    /** Up to this product of the sample sizes the lattice paths are counted exactly. */
    private static final long EXACT_CELLS = 1_000_000;

    private KolmogorovSmirnovLaw() {}

    /** P(D ≥ statistic): exact for small samples, asymptotic otherwise. */
    static double pValue(double statistic, long n, long m) {
        if (statistic <= 0) {
            return 1;
        }
        boolean small = n <= EXACT_CELLS && m <= EXACT_CELLS && n * m <= EXACT_CELLS;
        return small ? exact(statistic, (int) n, (int) m) : asymptotic(statistic, (double) n, (double) m);
    }

    /**
     * A random lattice path from (0, 0) to (n, m) stands for a random order of both samples, and |i·m − j·n| / (n·m) for
     * the gap after i and j of them. The mass of all paths is followed; what first reaches the boundary is added up, so
     * that even tiny p-values keep their relative accuracy. Only the paths inside the boundary have mass, so each row is walked
     * from where the row before was inside to one step beyond where it leaves itself.
     */
    public static double exact(double statistic, int n, int m) {
        long boundary = Math.round(statistic * n * m);
        double[] mass = new double[m + 1];
        double reached = 0;
        int from = 0;
        for (int i = 0; i <= n; i++) {
            long ahead = (long) i * m;
            int to = (int) Math.min(m, (ahead + boundary) / n + 1);
            int inside = from;
            for (int j = from; j <= to; j++) {
                double arriving;
                if (i == 0 && j == 0) {
                    arriving = 1;
                } else {
                    double left = (double) n + m - i - j + 1;
                    double fromFirst = i == 0 ? 0 : mass[j] * (n - i + 1) / left;
                    double fromSecond = j == 0 ? 0 : mass[j - 1] * (m - j + 1) / left;
                    arriving = fromFirst + fromSecond;
                }
                long gap = ahead - (long) j * n;
                if (Math.abs(gap) >= boundary) {
                    reached += arriving;
                    arriving = 0;
                    inside = gap > 0 ? j + 1 : inside;
                }
                mass[j] = arriving;
            }
            from = inside;
        }
        return Math.min(1, reached);
    }

    /**
     * 2 Σ (−1)^{k−1} exp(−2k²x²) at x = z + 1/(6√e) + (z − 1)/(4e) with z = √e · D and e = nm/(n + m): Kolmogorov's limit
     * with Vrbik's correction for finite samples.
     */
    public static double asymptotic(double statistic, double n, double m) {
        double effective = n * m / (n + m);
        double root = Math.sqrt(effective);
        double z = root * statistic;
        double x = z + 1 / (6 * root) + (z - 1) / (4 * effective);
        if (x < 0.3) {
            // the series alternates too long here, and the probability differs from 1 by less than 1e-4
            return 1;
        }
        double sum = 0;
        for (int k = 1; k <= 100; k++) {
            double term = Math.exp(-2.0 * k * k * x * x);
            sum += k % 2 == 1 ? term : -term;
            if (term < 1e-18 * sum) {
                break;
            }
        }
        return Math.min(1, Math.max(0, 2 * sum));
    }
}
