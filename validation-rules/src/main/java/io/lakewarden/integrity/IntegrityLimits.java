package io.lakewarden.integrity;

/**
 * From where on a fact is worth a look. All are shares of 1.
 *
 * @param duplicates rows that repeat another row
 * @param conflictingLabels labelled rows whose inputs also stand with another label
 * @param mixedTypes in a column of texts, the rarer of numbers and words; more of it is a mixture on purpose
 * @param specialCharacters texts without any letter or digit
 * @param identifierAssociation how well an identifier tells the label
 */
public record IntegrityLimits(
        double duplicates,
        double conflictingLabels,
        double mixedTypes,
        double specialCharacters,
        double identifierAssociation) {
    /**
     * The defaults. Of duplicates and mixed types they are those of Deepchecks' data integrity suite; contradictions are
     * judged more mildly than there, because tables of few columns have some by nature.
     */
    public static final IntegrityLimits DEFAULTS = new IntegrityLimits(0.05, 0.05, 0.1, 0.001, 0.3);

    public IntegrityLimits {
        requireShare("duplicates", duplicates);
        requireShare("conflictingLabels", conflictingLabels);
        requireShare("mixedTypes", mixedTypes);
        requireShare("specialCharacters", specialCharacters);
        requireShare("identifierAssociation", identifierAssociation);
    }

    private static void requireShare(String name, double share) {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException(name + " is a share from 0 to 1, but got " + share);
        }
    }
}
