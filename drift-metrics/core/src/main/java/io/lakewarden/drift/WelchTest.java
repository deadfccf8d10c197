package io.lakewarden.drift;

/**
 * Welch's t = (mean now − mean then) / √(s₁²/N + s₂²/M), which does not ask both sides to vary alike. Range (−∞, ∞),
 * changes sign with the sides, 0 for equal means; grows like √N wherever there is drift, so judge {@code cohens_d} or
 * the p-value. Exact from any profile. Details: {@code p_value} (two-sided, Student's law) and {@code
 * degrees_of_freedom} after Welch and Satterthwaite. Source: B. Welch, "The generalization of 'Student's' problem when
 * several different population variances are involved", 1947.
 */
public final class WelchTest extends MomentStatistic {
    /** The two-sided form. */
    public WelchTest() {
        super("welch_t_test");
    }

    @Override
    DriftScore measure(SampleMoments reference, SampleMoments current) {
        double variance = reference.varianceOfMean() + current.varianceOfMean();
        if (variance == 0) {
            return DriftScore.unknown(NOTHING_VARIES);
        }
        double first = reference.varianceOfMean() / variance;
        double second = current.varianceOfMean() / variance;
        double degrees = 1 / (first * first / (reference.count() - 1) + second * second / (current.count() - 1));
        return studentised((current.mean() - reference.mean()) / Math.sqrt(variance), degrees);
    }
}
