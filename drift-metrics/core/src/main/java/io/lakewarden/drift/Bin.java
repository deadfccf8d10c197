package io.lakewarden.drift;

import java.util.Objects;

/**
 * One bin of a comparison.
 *
 * @param label the bin for people, such as {@code (3, 7]} or a category
 * @param kind what it holds
 * @param reference rows of the reference in it
 * @param current rows of the current data in it
 * @param referenceShare of all rows of the reference in the table, between 0 and 1; 0 where there are none
 * @param currentShare of all current rows in the table, between 0 and 1; 0 where there are none
 * @param psiContribution its summand in the PSI under {@link Smoothing#DEFAULT}; never negative
 */
public record Bin(
        String label,
        BinKind kind,
        long reference,
        long current,
        double referenceShare,
        double currentShare,
        double psiContribution) {
    public Bin {
        Objects.requireNonNull(label, "label");
        Objects.requireNonNull(kind, "kind");
    }
}
