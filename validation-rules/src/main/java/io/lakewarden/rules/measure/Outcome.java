package io.lakewarden.rules.measure;

import java.util.OptionalLong;

/** What became of a number that was to be judged. */
public sealed interface Outcome {
    /**
     * The number is known.
     *
     * @param value the number
     * @param holds whether it lies within its bounds
     * @param rows the rows that a share is of; empty for other numbers
     */
    record Judged(double value, boolean holds, OptionalLong rows) implements Outcome {}

    /**
     * The number is not known, and with it not whether the rule holds.
     *
     * @param reason why, in one clause
     */
    record Undecided(String reason) implements Outcome {}
}
