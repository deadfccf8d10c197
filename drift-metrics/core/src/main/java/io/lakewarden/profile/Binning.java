package io.lakewarden.profile;

/**
 * Frozen bins of one column, made once from the reference. Equal bins have equal ids, and counts of different ids are
 * never compared.
 */
public sealed interface Binning permits NumericBinning, CategoricalBinning {
    /** A digest of the version of the rule and the bins themselves. */
    String id();

    /** How many bins there are, missing values aside. */
    int size();

    /** The bin for people, such as {@code (3, 7]}. */
    String label(int bin);
}
