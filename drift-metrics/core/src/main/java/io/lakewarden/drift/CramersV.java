package io.lakewarden.drift;

/**
 * Cramér's V = √(χ² / N) of the two-sample table of present values: an effect size in [0, 1] that does not grow with
 * the number of rows, but is about √((B − 1)/N) without drift. Symmetric.
 */
public final class CramersV extends BinStatistic {
    /** The two-sample form. */
    public CramersV() {
        super("cramers_v");
    }

    @Override
    BinTable scope(BinTable table) {
        return table.withoutNulls();
    }

    @Override
    DriftScore measure(BinTable table) {
        return DriftScore.exactly(ContingencyTable.of(table).cramersV());
    }
}
