package io.lakewarden.drift;

import io.lakewarden.result.MetricValue;

/**
 * Pearson's χ² of homogeneity over present values (nulls have {@code percent_null_delta}): both samples are random, so
 * expectations come from the pooled shares. Range [0, ∞), symmetric; grows with the number of rows, so judge its
 * {@code cramers_v} or {@code p_value}. Details: {@code p_value} (χ² law, or a seeded simulation of the hypergeometric
 * null where an expected count is below 5), {@code degrees_of_freedom}, {@code cramers_v}.
 *
 * <p>Where an expected count is below 5, the details {@code grouped_statistic}, {@code grouped_degrees_of_freedom} and
 * {@code grouped_p_value} are of the table whose rarest categories were joined: the rarest one joins the next rarest until
 * every expected count is at least 5 or two categories are left. The p-value by the χ² law is then unknown if one is still
 * below 5. (After W. Cochran, "Some methods for strengthening the common χ² tests", 1954; Deequ joins alike, until at most a
 * fifth of the expected counts are below 5.)
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
        DriftScore score = DriftScore.exactly(counts.degreesOfFreedom() == 0 ? 0 : counts.statistic())
                .with(DriftScore.P_VALUE, MetricValue.exactly(counts.pValue()))
                .with("degrees_of_freedom", MetricValue.exactly(counts.degreesOfFreedom()))
                .with("cramers_v", MetricValue.exactly(counts.cramersV()));
        return counts.isSparse() && counts.degreesOfFreedom() > 0 ? withGroups(score, counts.grouped()) : score;
    }

    private static DriftScore withGroups(DriftScore score, ContingencyTable grouped) {
        return score.with("grouped_statistic", MetricValue.exactly(grouped.statistic()))
                .with("grouped_degrees_of_freedom", MetricValue.exactly(grouped.degreesOfFreedom()))
                .with(
                        "grouped_p_value",
                        grouped.isSparse()
                                ? MetricValue.unknown("an expected count is below 5 with two categories left")
                                : MetricValue.exactly(grouped.pValue()));
    }
}
