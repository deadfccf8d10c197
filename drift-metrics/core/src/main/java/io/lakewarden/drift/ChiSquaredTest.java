package io.lakewarden.drift;

import io.lakewarden.result.MetricValue;

/**
 * Pearson's χ² of homogeneity over present values (nulls have {@code percent_null_delta}): both samples are random, so
 * expectations come from the pooled shares. Range [0, ∞), symmetric; grows with the number of rows, so judge its
 * {@code cramers_v} or {@code p_value}. Details: {@code p_value} (χ² law, or a seeded simulation of the hypergeometric
 * null where an expected count is below 5), {@code degrees_of_freedom}, {@code cramers_v}.
 */
public final class ChiSquaredTest extends BinStatistic {
    static final String NAME = "chi_squared_test";

    /** The two-sample form. */
    public ChiSquaredTest() {
        super(NAME);
    }

    @Override
    BinTable scope(BinTable table) {
        return table.withoutNulls();
    }

    @Override
    DriftScore measure(BinTable table) {
        ContingencyTable counts = ContingencyTable.of(table);
        return DriftScore.exactly(counts.degreesOfFreedom() == 0 ? 0 : counts.statistic())
                .with(DriftScore.P_VALUE, MetricValue.exactly(counts.pValue()))
                .with("degrees_of_freedom", MetricValue.exactly(counts.degreesOfFreedom()))
                .with("cramers_v", MetricValue.exactly(counts.cramersV()));
    }
}
