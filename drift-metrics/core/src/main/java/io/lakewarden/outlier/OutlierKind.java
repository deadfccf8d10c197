package io.lakewarden.outlier;

/** In which way a row is an outlier. */
public enum OutlierKind {
    /** A value that the reference has not seen: a number beyond its extremes, or a new category. */
    SUPPORT("out-of-support"),
    /** A combination of values that is easily separated from the reference's rows. */
    ISOLATION("isolated"),
    /** A number far beyond the quartiles of the reference. */
    FENCES("outside-fences");

    private final String check;

    OutlierKind(String check) {
        this.check = check;
    }

    /** The name of the check that counts such rows. */
    public String check() {
        return check;
    }
}
