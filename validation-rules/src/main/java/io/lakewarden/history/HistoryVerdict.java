package io.lakewarden.history;

/** What became of a value that was held against its history. */
public sealed interface HistoryVerdict {
    /**
     * It came as expected, or may have: an approximate value of which some part lies in the band is taken for expected.
     *
     * @param band what was expected
     */
    record Expected(ExpectedBand band) implements HistoryVerdict {}

    /**
     * It did not.
     *
     * @param band what was expected
     */
    record Unexpected(ExpectedBand band) implements HistoryVerdict {}

    /**
     * There is too little history to expect anything.
     *
     * @param found so many earlier values there are
     */
    record TooLittle(int found) implements HistoryVerdict {}

    /**
     * It could not be judged.
     *
     * @param reason why, in one clause
     */
    record Undecided(String reason) implements HistoryVerdict {}
}
