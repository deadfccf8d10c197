package io.lakewarden.result;

/** What a column means to the model; decides how its drift is named and judged. */
public enum ColumnRole {
    /** An input of the model: its movement is data drift, its PSI is the CSI. */
    FEATURE,
    /** An output of the model (score, probability, decision): its movement is prediction drift. */
    PREDICTION,
    /** The outcome that the model predicts: its movement is label drift. */
    LABEL,
    /** A protected attribute, profiled and compared as an input. */
    PROTECTED,
    /** An identifier: profiled, never compared. */
    ID,
    /** The column that says when: profiled, never compared. */
    TIME
}
