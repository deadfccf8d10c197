package io.lakewarden.drift;

import io.lakewarden.result.MetricValue;
import java.util.Arrays;
import java.util.Optional;

/**
 * Pearson's test of two samples whose rows share keys. With the design effect δ of the rows, X² / (δ (B − 1)) follows F with d and
 * d (κ − 1) degrees, where d = (B − 1) · evenness takes in that keys differ more in some directions than in others.
 * (J. N. K. Rao and A. J. Scott, "On chi-squared tests for multiway contingency tables with cell proportions estimated from
 * survey data", 1984; the F law: D. R. Thomas and J. N. K. Rao, "Small-sample comparisons of level and power for simple
 * goodness-of-fit statistics under cluster sampling", 1987.)
 *
 * <p>Of a part of the rows that the effect was measured on, it is cautious: a part has fewer rows of each key.
 *
 * @param pValue of the test; unknown where there are too few blocks
 * @param designEffect so many rows count as one; unknown likewise
 * @param effectiveRows current rows / design effect; unknown likewise
 */
record ClusteredTest(MetricValue pValue, MetricValue designEffect, MetricValue effectiveRows) {
    /** No test, and why. */
    static ClusteredTest unknown(String reason) {
        MetricValue unknown = MetricValue.unknown(reason);
        return new ClusteredTest(unknown, unknown, unknown);
    }

    /** The test of counts by cell. */
    static ClusteredTest of(Optional<DesignEffect> effect, long[] reference, long[] current) {
        long rows = Arrays.stream(current).sum();
        if (rows == 0 || Arrays.stream(reference).sum() == 0) {
            return unknown("one side has no rows");
        }
        if (effect.isEmpty()) {
            return unknown("rows share so few keys that they cannot be told from chance");
        }
        DesignEffect known = effect.get();
        return new ClusteredTest(
                MetricValue.exactly(pValue(known, ContingencyTable.of(reference, current))),
                MetricValue.exactly(known.value()),
                MetricValue.exactly(rows / known.value()));
    }

    private static double pValue(DesignEffect effect, ContingencyTable table) {
        int most = table.degreesOfFreedom();
        double degrees = Math.max(1, most * effect.evenness());
        return most == 0
                ? 1
                : PValues.upperF(table.statistic() / (effect.value() * most), degrees, degrees * (effect.blocks() - 1));
    }
}
