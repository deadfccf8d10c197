package io.lakewarden.drift;

import io.lakewarden.result.MetricValue;

/**
 * A share of rows with Wilson's score interval at 95 %, which keeps its confidence for few rows and for shares near 0 or 1
 * (Wilson 1927): (p + z²/2n ± z √(p(1−p)/n + z²/4n²)) / (1 + z²/n) with z = 1.96.
 */
public final class WilsonInterval {
    private static final double Z = 1.959963984540054;

    private WilsonInterval() {}

    /**
     * The share, exact among the rows seen; the bounds say what it may be in general.
     *
     * @param hits from 0 to {@code rows}
     * @param rows at least 1
     */
    public static MetricValue of(long hits, long rows) {
        if (rows < 1 || hits < 0 || hits > rows) {
            throw new IllegalArgumentException("a share needs rows and no more hits, but got " + hits + " of " + rows);
        }
        double share = (double) hits / rows;
        double square = Z * Z;
        double centre = share + square / (2 * rows);
        double width = Z * Math.sqrt(share * (1 - share) / rows + square / (4.0 * rows * rows));
        double scale = 1 + square / rows;
        return MetricValue.between(
                share,
                Math.max(0, Math.min(share, (centre - width) / scale)),
                Math.min(1, Math.max(share, (centre + width) / scale)));
    }
}
