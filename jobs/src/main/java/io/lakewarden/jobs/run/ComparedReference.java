package io.lakewarden.jobs.run;

import io.lakewarden.drift.CalendarPhase;
import io.lakewarden.drift.Reference;
import io.lakewarden.jobs.config.MonitorConfig;
import io.lakewarden.jobs.config.ReferenceConfig;
import io.lakewarden.profile.SlicedProfile;
import io.lakewarden.result.Finding;
import io.lakewarden.result.Slice;
import io.lakewarden.result.Status;
import io.lakewarden.result.Window;
import java.util.List;
import java.util.Optional;

/**
 * What of a reference a window is held against: all of it, or its windows at the same place in the calendar, of which
 * counts are kept.
 *
 * @param profile absent where there is nothing to compare with
 * @param blocks the sub-windows of that, with slices where these are counted too
 * @param missing what is told where there is nothing
 */
record ComparedReference(Optional<SlicedProfile> profile, List<SlicedProfile> blocks, Optional<Finding> missing) {
    /** A single window says nothing of how far windows differ. */
    private static final int LEAST_BLOCKS = 2;

    /**
     * The reference of one window.
     *
     * @param before the profiles of the windows just before, oldest first
     */
    static ComparedReference of(
            MonitorConfig config, PinnedReference pinned, List<SlicedProfile> before, Window window) {
        Optional<CalendarPhase> same = config.drift().same();
        if (config.reference() instanceof ReferenceConfig.Previous) {
            Optional<SlicedProfile> merged = before.stream()
                    .filter(profile -> profile.rows() > 0)
                    .filter(profile -> isSame(same, profile.window(), window))
                    .reduce(SlicedProfile::merge);
            return new ComparedReference(
                    merged,
                    List.of(),
                    merged.isPresent() ? Optional.empty() : Optional.of(nothingBefore(before.size(), same, window)));
        }
        if (same.isEmpty()) {
            return new ComparedReference(Optional.of(pinned.profile()), pinned.blocks(), Optional.empty());
        }
        List<SlicedProfile> blocks = pinned.blocks().stream()
                .filter(block -> isSame(same, block.window(), window))
                .toList();
        return blocks.size() < LEAST_BLOCKS
                ? new ComparedReference(
                        Optional.empty(), blocks, Optional.of(tooFew(blocks.size(), same.get(), window)))
                : new ComparedReference(blocks.stream().reduce(SlicedProfile::merge), blocks, Optional.empty());
    }

    /** All rows, to compare with. */
    Optional<Reference> whole() {
        return profile.map(it -> new Reference(
                it.whole(), blocks.stream().map(SlicedProfile::whole).toList()));
    }

    /** A slice, to compare with; its sub-windows are none where they were not counted by slice. */
    Optional<Reference> slice(Slice slice) {
        return profile.flatMap(it -> it.slice(slice))
                .map(it -> new Reference(
                        it,
                        blocks.stream()
                                .flatMap(block -> block.slice(slice).stream())
                                .toList()));
    }

    private static boolean isSame(Optional<CalendarPhase> same, Window one, Window other) {
        return same.map(phase -> phase.isShared(one, other)).orElse(true);
    }

    private static Finding nothingBefore(int windows, Optional<CalendarPhase> same, Window window) {
        return missing(
                "no rows",
                "rows in the " + windows + " windows before",
                "none of the " + windows + " windows before "
                        + same.map(phase -> "is a " + phase.of(window) + " that has rows")
                                .orElse("has rows"));
    }

    private static Finding tooFew(int blocks, CalendarPhase same, Window window) {
        String name = same.of(window);
        return missing(
                blocks + " of " + name,
                "at least " + LEAST_BLOCKS + " windows of the same " + same.word(),
                "the reference has " + blocks + (blocks == 1 ? " window" : " windows") + " of its own that "
                        + (blocks == 1 ? "is" : "are") + " of the same " + same.word() + " (" + name
                        + "), and at least "
                        + LEAST_BLOCKS + " are needed");
    }

    private static Finding missing(String observed, String expected, String reason) {
        return Finding.of(
                "reference",
                Finding.TABLE,
                "present",
                Status.ERROR,
                observed,
                expected,
                "Nothing could be compared: " + reason + ".");
    }
}
