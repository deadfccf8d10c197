package io.lakewarden.drift.multivariate;

/** How often each code of one column goes together with each code of another one. */
final class PairCounts {
    /** With fewer complete rows nothing is said of a pair. */
    private static final int FEWEST_ROWS = 30;

    private final int[] counts;

    private PairCounts(int[] counts) {
        this.counts = counts;
    }

    static PairCounts of(byte[] one, byte[] other, int from, int to) {
        int[] counts = new int[CategoryCodes.CODES * CategoryCodes.CODES];
        for (int row = from; row < to; row++) {
            counts[one[row] * CategoryCodes.CODES + other[row]]++;
        }
        return new PairCounts(counts);
    }

    PairCounts plus(PairCounts more) {
        return added(more, 1);
    }

    PairCounts minus(PairCounts fewer) {
        return added(fewer, -1);
    }

    private PairCounts added(PairCounts other, int times) {
        int[] sums = counts.clone();
        for (int cell = 0; cell < sums.length; cell++) {
            sums[cell] += times * other.counts[cell];
        }
        return new PairCounts(sums);
    }

    /**
     * Cramér's V with Bergsma's correction, 0 to 1: φ² less what independence makes of it, (r−1)(c−1)/(n−1), over the least of the
     * corrected numbers of rows and columns less one; NaN where a column is constant or fewer than 30 rows have both.
     */
    double association() {
        int codes = CategoryCodes.MISSING;
        double[] firsts = new double[codes];
        double[] seconds = new double[codes];
        double rows = 0;
        for (int i = 0; i < codes; i++) {
            for (int j = 0; j < codes; j++) {
                int count = counts[i * CategoryCodes.CODES + j];
                firsts[i] += count;
                seconds[j] += count;
                rows += count;
            }
        }
        double r = different(firsts);
        double c = different(seconds);
        if (rows < FEWEST_ROWS || r < 2 || c < 2) {
            return Double.NaN;
        }
        double squares = 0;
        for (int i = 0; i < codes; i++) {
            for (int j = 0; j < codes; j++) {
                double count = counts[i * CategoryCodes.CODES + j];
                squares += count == 0 ? 0 : count * count / (firsts[i] * seconds[j]);
            }
        }
        double corrected = Math.max(0, squares - 1 - (r - 1) * (c - 1) / (rows - 1));
        double least = Math.min(r - (r - 1) * (r - 1) / (rows - 1), c - (c - 1) * (c - 1) / (rows - 1)) - 1;
        return least > 0 ? Math.min(1, Math.sqrt(corrected / least)) : Double.NaN;
    }

    private static int different(double[] totals) {
        int different = 0;
        for (double total : totals) {
            different += total > 0 ? 1 : 0;
        }
        return different;
    }
}
