package io.lakewarden.report;

/** What kind of bin a row of a bin table is; tells a value that reads "null" from the bin of missing values. */
public enum BinGroup {
    /** A range of numbers or a value of its own. */
    VALUE,
    /** Several values together: rare ones, or all that have no bin. */
    REST,
    /** Values that the reference did not have. */
    NEW,
    /** Null. */
    MISSING,
    /** Not a number. */
    NAN,
    /** Plus or minus infinity. */
    INFINITE
}
