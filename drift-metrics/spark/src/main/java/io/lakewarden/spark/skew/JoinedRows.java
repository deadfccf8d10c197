package io.lakewarden.spark.skew;

/**
 * How the rows of two sources found each other. Every row is counted once.
 *
 * @param joined keys that each side has once: pairs of rows
 * @param onlyThere rows of the other source whose key the watched rows lack
 * @param onlyHere watched rows whose key the other source lacks
 * @param repeatedThere rows of the other source whose key stands more than once on one of the sides
 * @param repeatedHere watched rows of which the same holds
 * @param keylessThere rows of the other source with a null in their key, which never joins
 * @param keylessHere watched rows of which the same holds
 */
public record JoinedRows(
        long joined,
        long onlyThere,
        long onlyHere,
        long repeatedThere,
        long repeatedHere,
        long keylessThere,
        long keylessHere) {
    /** All watched rows. */
    public long here() {
        return joined + onlyHere + repeatedHere + keylessHere;
    }

    /** All rows of the other source. */
    public long there() {
        return joined + onlyThere + repeatedThere + keylessThere;
    }
}
