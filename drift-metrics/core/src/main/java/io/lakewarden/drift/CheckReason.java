package io.lakewarden.drift;

/** Why a check came out as it did. */
public enum CheckReason {
    /** The score is unknown. */
    NOT_COMPUTED,
    /** One side has fewer values than are judged. */
    TOO_FEW_VALUES,
    /** Rows share keys, and there are too few of them, or none are known, to say how far keys differ. */
    TOO_FEW_CLUSTERS,
    /**
     * The score reaches the threshold in a slice that most blocks of the reference have too few values of to learn from, where a
     * budget of false alarms asks for that.
     */
    TOO_FEW_BLOCKS,
    /** The score stays within the threshold. */
    WITHIN_LIMITS,
    /** The score reaches the threshold, but by its test so much happens by chance. */
    BY_CHANCE,
    /** The column's own test takes it for no chance, but among so many columns one such is to be expected. */
    BY_CHANCE_AMONG_MANY,
    /** The score reaches the threshold, but blocks of the reference move as far as the budget of false alarms allows. */
    WITHIN_BUDGET,
    /** The score reaches the threshold and is no chance, but the reference itself moves as much. */
    SEASON,
    /** The score reaches the threshold and is no chance. */
    BEYOND_LIMITS
}
