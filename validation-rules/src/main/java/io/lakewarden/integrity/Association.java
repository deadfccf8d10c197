package io.lakewarden.integrity;

import java.util.Arrays;

/** How well a part of the rows tells a label: measures in [0, 1] that are near 0 where it does not, however few rows there are. */
final class Association {
    private Association() {}

    /**
     * Cramér's V of a table of counts, with Bergsma's correction for its bias (Journal of the Korean Statistical Society
     * 42, 2013): <pre>
     * φ² = max(0, χ²/n − (r−1)(c−1)/(n−1)),  r' = r − (r−1)²/(n−1),  c' = c − (c−1)²/(n−1),  V = √(φ² / min(r'−1, c'−1))</pre>
     * Rows and columns without counts are left out; with fewer than two of either there is nothing to tell: 0.
     */
    static double cramersV(double[][] table) {
        double[] rows = Arrays.stream(table)
                .mapToDouble(row -> Arrays.stream(row).sum())
                .toArray();
        double[] columns = new double[table.length == 0 ? 0 : table[0].length];
        Arrays.setAll(
                columns,
                column -> Arrays.stream(table).mapToDouble(row -> row[column]).sum());
        double n = Arrays.stream(rows).sum();
        long r = Arrays.stream(rows).filter(total -> total > 0).count();
        long c = Arrays.stream(columns).filter(total -> total > 0).count();
        if (r < 2 || c < 2) {
            return 0;
        }
        double chiSquared = 0;
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < columns.length; j++) {
                double expected = rows[i] * columns[j] / n;
                if (expected > 0) {
                    chiSquared += (table[i][j] - expected) * (table[i][j] - expected) / expected;
                }
            }
        }
        double phi = Math.max(0, chiSquared / n - (r - 1.0) * (c - 1) / (n - 1));
        double least = Math.min(corrected(r, n), corrected(c, n)) - 1;
        return least <= 0 ? 0 : Math.min(1, Math.sqrt(phi / least));
    }

    private static double corrected(long size, double n) {
        return size - (size - 1.0) * (size - 1) / (n - 1);
    }

    /** All counts of a table. */
    static long total(double[][] table) {
        return (long) Arrays.stream(table).flatMapToDouble(Arrays::stream).sum();
    }

    /** Count, sum and sum of squares of a number in each part. */
    static final class Parts {
        private long parts;
        private long rows;
        private double sum;
        private double squares;
        private double between;

        void add(long count, double total, double totalOfSquares) {
            parts++;
            rows += count;
            sum += total;
            squares += totalOfSquares;
            between += total * total / count;
        }

        long rows() {
            return rows;
        }

        /**
         * The root of <pre>ε² = max(0, 1 − (1 − η²)(n − 1)/(n − k))</pre> where η² is the share of the variance that lies
         * between the k parts (Kelley, PNAS 21, 1935). 0 where all values are equal or no part has two rows.
         */
        double correlationRatio() {
            double variation = squares - sum * sum / rows;
            if (!(variation > 0) || rows <= parts) {
                return 0;
            }
            double ratio = (between - sum * sum / rows) / variation;
            return Math.sqrt(Math.max(0, Math.min(1, 1 - (1 - ratio) * (rows - 1) / (rows - parts))));
        }
    }
}
