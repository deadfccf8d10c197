package io.lakewarden.outlier;

import java.io.Serializable;

/**
 * What the reference has seen in one column. Cells are read as one double each: a number as it is, a category as its place
 * among the known ones, {@link #MISSING} where there is no value.
 */
public sealed interface ColumnSupport extends Serializable permits NumberSupport, CategorySupport {
    /** A cell without a value: it lies outside nothing. */
    double MISSING = Double.NaN;

    /** Path of the column. */
    String column();

    /** How far a cell lies outside what was seen, 1 being the width of it; 0 inside. */
    double beyond(double cell);

    /** How far a cell lies outside the fences, in interquartile ranges; 0 inside, and where there are no fences. */
    double beyondFences(double cell);

    /** The cell as the isolation forest has it; what is missing is like the most usual one. */
    double feature(double cell);

    /** What was seen, in words. */
    String seen();

    /** How many rows of the reference lie outside what its other rows show; an upper bound where that is not known. */
    double aloneRows();
}
