package io.lakewarden.spark.skew;

/**
 * From which share of rows on two sources that should tell the same do not.
 *
 * @param tolerance up to this relative difference two numbers are the same, where at least one is a floating-point number
 * @param warn from this share of joined rows on a column warns, in [0, 1]
 * @param fail from this share of joined rows on it fails, at least {@code warn}
 */
public record SkewLimits(double tolerance, double warn, double fail) {
    /** 10⁻⁹, one row in a hundred, one row in twenty: our own choice, for no standard names any. */
    public static final SkewLimits DEFAULTS = new SkewLimits(1e-9, 0.01, 0.05);

    public SkewLimits {
        if (!(tolerance >= 0 && tolerance <= 1)) {
            throw new IllegalArgumentException("a tolerance lies between 0 and 1, but got " + tolerance);
        }
        if (!(warn >= 0 && warn <= fail && fail <= 1)) {
            throw new IllegalArgumentException(
                    "shares lie between 0 and 1 and warn before they fail, but got " + warn + " and " + fail);
        }
    }
}
