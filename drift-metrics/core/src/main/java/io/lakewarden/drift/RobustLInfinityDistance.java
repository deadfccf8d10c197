package io.lakewarden.drift;

/**
 * max(0, L∞ − 1.8 · √(1/N + 1/M)) over present values: {@link LInfinityDistance} less what so few rows may differ by
 * chance. Range [0, 1), symmetric, 0 for equal shares and almost surely without drift. The allowance is the critical
 * distance of the two-sample Kolmogorov–Smirnov test at 0.3 %, as Deequ takes it off by default (its {@code
 * linf_robust}); for shares of categories it is a generous one.
 */
public final class RobustLInfinityDistance extends BinStatistic {
    private static final double CRITICAL_FACTOR = 1.8;

    private final LInfinityDistance plain = new LInfinityDistance();

    /** The only form. */
    public RobustLInfinityDistance() {
        super("l_infinity_robust");
    }

    @Override
    BinTable scope(BinTable table) {
        return table.withoutNulls();
    }

    @Override
    DriftScore measure(BinTable table) {
        double largest = plain.measure(table).value().number().orElseThrow();
        double allowance = CRITICAL_FACTOR * Math.sqrt(1.0 / table.referenceTotal() + 1.0 / table.currentTotal());
        return DriftScore.exactly(Math.max(0, largest - allowance));
    }
}
