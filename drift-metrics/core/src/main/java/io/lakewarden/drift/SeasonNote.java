package io.lakewarden.drift;

import io.lakewarden.result.Window;
import java.util.Objects;
import java.util.Optional;

/**
 * How much the reference itself moves from block to block, held against the movement found. All values are of the same
 * statistic, computed alike from the frozen bins.
 *
 * @param statistic the effect measured
 * @param current between the current data and the whole reference
 * @param largestBlock the largest one between a block of the reference and the whole
 * @param largestBlockWindow that block
 * @param samePhase the block of the same time of year, where the reference has one
 */
public record SeasonNote(
        String statistic,
        double current,
        double largestBlock,
        Window largestBlockWindow,
        Optional<SamePhase> samePhase) {
    public SeasonNote {
        Objects.requireNonNull(statistic, "statistic");
        Objects.requireNonNull(largestBlockWindow, "largestBlockWindow");
        Objects.requireNonNull(samePhase, "samePhase");
    }

    /** Whether the reference itself has moved as much, so that this movement alone is no sign of decay. */
    public boolean withinReference() {
        return current <= largestBlock;
    }

    /**
     * The reference's block at the same time of year.
     *
     * @param window that block
     * @param blockToWhole the effect between it and the whole reference
     * @param currentToBlock the effect between the current data and it: what remains once the season is taken out
     */
    public record SamePhase(Window window, double blockToWhole, double currentToBlock) {
        public SamePhase {
            Objects.requireNonNull(window, "window");
        }
    }
}
