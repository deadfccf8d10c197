package io.lakewarden.drift;

/**
 * Cohen's d = (mean now − mean then) / s, s² the variance of both sides around their own means: the shift of the mean in
 * standard deviations. Range (−∞, ∞), changes sign with the sides, 0 for equal means; does not grow with the rows, but is
 * about √(1/N + 1/M) without drift. By convention 0.2 is a small effect, 0.5 a medium and 0.8 a large one (J. Cohen,
 * "Statistical Power Analysis for the Behavioral Sciences", 1988). Exact from any profile. Details: those of
 * {@link WelchTest}.
 */
public final class CohensD extends MomentStatistic {
    private final WelchTest test = new WelchTest();

    /** With the pooled deviation. */
    public CohensD() {
        super("cohens_d");
    }

    @Override
    DriftScore measure(SampleMoments reference, SampleMoments current) {
        double pooled = reference.pooledVariance(current);
        if (pooled == 0) {
            return DriftScore.unknown(NOTHING_VARIES);
        }
        DriftScore score = DriftScore.exactly((current.mean() - reference.mean()) / Math.sqrt(pooled));
        return new DriftScore(score.value(), test.measure(reference, current).details());
    }
}
