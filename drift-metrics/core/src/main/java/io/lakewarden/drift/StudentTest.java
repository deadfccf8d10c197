package io.lakewarden.drift;

/**
 * Student's two-sample t = (mean now − mean then) / (s · √(1/N + 1/M)), s² the variance of both sides around their own
 * means, for sides that vary alike ({@link WelchTest} where they do not). Range (−∞, ∞), changes sign with the sides, 0
 * for equal means; grows like √N wherever there is drift, so judge {@code cohens_d} or the p-value. Exact from any
 * profile. Details: {@code p_value} (two-sided, Student's law: exact for normal values, close for others from some tens
 * of values on), {@code degrees_of_freedom} N + M − 2. Source: Student, "The probable error of a mean", 1908.
 */
public final class StudentTest extends MomentStatistic {
    /** The two-sided form. */
    public StudentTest() {
        super("student_t_test");
    }

    @Override
    DriftScore measure(SampleMoments reference, SampleMoments current) {
        double pooled = reference.pooledVariance(current);
        if (pooled == 0) {
            return DriftScore.unknown(NOTHING_VARIES);
        }
        double error = Math.sqrt(pooled * (1 / reference.count() + 1 / current.count()));
        return studentised((current.mean() - reference.mean()) / error, reference.count() + current.count() - 2);
    }
}
