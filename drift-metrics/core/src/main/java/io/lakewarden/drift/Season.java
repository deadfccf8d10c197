package io.lakewarden.drift;

import io.lakewarden.drift.SeasonNote.SamePhase;
import io.lakewarden.profile.ColumnProfile;
import io.lakewarden.profile.DatasetProfile;
import io.lakewarden.result.Window;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Measures the reference's own movement between its blocks. */
final class Season {
    private static final int LONGEST_PHASE_DIFFERENCE = 16;
    private static final int DAYS_OF_A_YEAR = 365;
    private static final double LARGEST_LENGTH_RATIO = 1.5;

    private final Reference reference;
    private final Window currentWindow;
    private final long minimumRows;

    Season(Reference reference, Window currentWindow, long minimumRows) {
        this.reference = reference;
        this.currentWindow = currentWindow;
        this.minimumRows = minimumRows;
    }

    /** The note of one column, where the reference has blocks and the statistic can be computed from bins alone. */
    Optional<SeasonNote> note(ColumnProfile whole, ColumnProfile current, String statistic) {
        BinEffect effect = BinEffect.of(statistic, whole);
        List<Block> blocks = blocks().stream()
                .flatMap(block -> measure(block, whole, effect).stream())
                .toList();
        Optional<Double> now = effect.between(whole, current);
        if (blocks.isEmpty() || now.isEmpty()) {
            return Optional.empty();
        }
        Block largest =
                blocks.stream().max(Comparator.comparingDouble(Block::effect)).orElseThrow();
        return Optional.of(new SeasonNote(
                statistic, now.get(), largest.effect(), largest.window(), samePhase(blocks, current, effect)));
    }

    /** The reference's blocks of the window's length. */
    List<DatasetProfile> blocks() {
        return reference.blocks().stream()
                .filter(block -> isAsLong(block.window()))
                .toList();
    }

    /** A long window evens out what a short one shows: months are held against months, not against days or years. */
    private boolean isAsLong(Window block) {
        double ratio =
                (double) length(block).toSeconds() / length(currentWindow).toSeconds();
        return ratio >= 1 / LARGEST_LENGTH_RATIO && ratio <= LARGEST_LENGTH_RATIO;
    }

    private Optional<Block> measure(DatasetProfile block, ColumnProfile whole, BinEffect effect) {
        return block.column(whole.name())
                .filter(column -> column.present() >= minimumRows)
                .flatMap(
                        column -> effect.between(whole, column).map(value -> new Block(block.window(), column, value)));
    }

    private Optional<SamePhase> samePhase(List<Block> blocks, ColumnProfile current, BinEffect effect) {
        return blocks.stream()
                .filter(block -> block.window().end().compareTo(currentWindow.start()) <= 0)
                .filter(block -> phaseDifference(block.window()) <= LONGEST_PHASE_DIFFERENCE)
                .min(Comparator.<Block>comparingInt(block -> phaseDifference(block.window()))
                        .thenComparing(Block::window, Comparator.reverseOrder()))
                .flatMap(block -> isYearsAgo(block.window())
                        ? effect.between(block.column(), current)
                                .map(value -> new SamePhase(block.window(), block.effect(), value))
                        : Optional.empty());
    }

    private boolean isYearsAgo(Window window) {
        return Duration.between(middle(window), middle(currentWindow)).toDays()
                >= DAYS_OF_A_YEAR - LONGEST_PHASE_DIFFERENCE;
    }

    private int phaseDifference(Window window) {
        int difference = Math.abs(dayOfYear(window) - dayOfYear(currentWindow));
        return Math.min(difference, DAYS_OF_A_YEAR - difference);
    }

    private static int dayOfYear(Window window) {
        return middle(window).atOffset(ZoneOffset.UTC).getDayOfYear();
    }

    private static Instant middle(Window window) {
        return window.start().plus(length(window).dividedBy(2));
    }

    private static Duration length(Window window) {
        return Duration.between(window.start(), window.end());
    }

    private record Block(Window window, ColumnProfile column, double effect) {}
}
