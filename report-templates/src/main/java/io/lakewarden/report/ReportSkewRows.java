package io.lakewarden.report;

/**
 * How the rows of a window and of another source found each other.
 *
 * @param joined pairs of rows
 * @param currentAlone rows of the window without a counterpart
 * @param otherAlone rows of the other source without one
 * @param currentRepeated rows of the window left out because their key stands more than once on a side
 * @param otherRepeated rows of the other source left out for that
 * @param currentKeyless rows of the window without a key
 * @param otherKeyless rows of the other source without one
 */
public record ReportSkewRows(
        long joined,
        long currentAlone,
        long otherAlone,
        long currentRepeated,
        long otherRepeated,
        long currentKeyless,
        long otherKeyless) {}
