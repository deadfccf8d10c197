package io.lakewarden.profile;

/** How much of each column a profile keeps. */
public enum ProfileDetail {
    /** Everything: counts, moments, bins and the sketches behind quantiles, distinct counts and frequent values. */
    FULL,
    /** Counts, moments, extremes and bins only; what needs a sketch is unknown. */
    COUNTS
}
