package io.lakewarden.drift;

/** What a bin of a comparison holds. */
public enum BinKind {
    /** A range of numbers, one number, or one category. */
    VALUE,
    /** All rare categories of the reference together. */
    RARE,
    /** All categories without a bin of their own, where the reference had too many to know which are new. */
    OTHER,
    /** Categories that the reference does not have. */
    NEW,
    /** Missing values. */
    NULL,
    /** Not a number. */
    NAN,
    /** +∞. */
    POSITIVE_INFINITY,
    /** −∞. */
    NEGATIVE_INFINITY
}
