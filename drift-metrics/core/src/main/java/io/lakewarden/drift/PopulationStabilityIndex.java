package io.lakewarden.drift;

import io.lakewarden.result.MetricValue;
import java.util.Objects;

/**
 * PSI = Σ (q − p) · ln(q / p) over all bins, nulls included; p are the reference's shares and q the current ones. On an
 * input column the same number is called CSI. Range [0, ∞), symmetric, 0 for equal shares.
 *
 * <p>Without drift its mean is about (B − 1)(1/N + 1/M) and PSI / (1/N + 1/M) follows χ² with B − 1 degrees, as long as
 * no expected count is below 5. Details: {@code bias_corrected} = PSI − (B − 1)(1/N + 1/M), which may be negative;
 * {@code p_value} where decidable; the smoothing.
 */
public final class PopulationStabilityIndex extends BinStatistic {
    static final String NAME = "population_stability_index";

    /** From here on, practice calls a shift moderate. Shown as a band, judged only where configured. */
    public static final double MODERATE = 0.1;

    /** From here on, practice calls a shift large. Shown as a band, judged only where configured. */
    public static final double LARGE = 0.25;

    private final Smoothing smoothing;

    /** With half a row added to every bin. */
    public PopulationStabilityIndex() {
        this(Smoothing.DEFAULT);
    }

    /** With the given smoothing. */
    public PopulationStabilityIndex(Smoothing smoothing) {
        super(NAME);
        this.smoothing = Objects.requireNonNull(smoothing, "smoothing");
    }

    @Override
    DriftScore measure(BinTable table) {
        double[] p = smoothing.shares(table.referenceCounts());
        double[] q = smoothing.shares(table.currentCounts());
        double sum = 0;
        for (int bin = 0; bin < p.length; bin++) {
            sum += summand(p[bin], q[bin]);
        }
        if (!Double.isFinite(sum)) {
            return DriftScore.unknown("a bin is empty on one side and nothing is smoothed");
        }
        double noise = 1.0 / table.referenceTotal() + 1.0 / table.currentTotal();
        int degrees = p.length - 1;
        return DriftScore.exactly(sum)
                .with("bias_corrected", MetricValue.exactly(sum - degrees * noise))
                .with(DriftScore.P_VALUE, pValue(table, sum / noise, degrees))
                .with(smoothing.detail(), MetricValue.exactly(smoothing.amount()));
    }

    static double summand(double p, double q) {
        return p == q ? 0 : (q - p) * Math.log(q / p);
    }

    private static MetricValue pValue(BinTable table, double statistic, int degrees) {
        if (degrees == 0) {
            return MetricValue.exactly(1);
        }
        double smallest = ContingencyTable.of(table).smallestExpected();
        return smallest < ContingencyTable.LEAST_EXPECTED
                ? MetricValue.unknown("an expected count is below 5, where the law of PSI is not known")
                : MetricValue.exactly(PValues.upperChiSquared(statistic, degrees));
    }
}
