package io.lakewarden.drift.multivariate;

/** How much what two columns have to do with each other has changed. */
public sealed interface PairChange permits CorrelationChange, AssociationChange {
    /** One column. */
    String first();

    /** The other one. */
    String second();

    /** The coefficient that is judged, in the reference. */
    double before();

    /** The same in the current data. */
    double now();

    /** How far apart the two are, as Cohen's q. */
    double size();

    /** The p-value of their test, alone. */
    double pValue();

    /** The p-value, adjusted to all pairs of columns. */
    double adjusted();

    /** The size of the change between the whole reference and that of its stretches which differs most. */
    double ofReference();

    /** Whether a stretch of the reference itself has moved as much. */
    default boolean isWithinReference() {
        return size() <= ofReference();
    }
}
