package io.lakewarden.report.site;

import io.lakewarden.result.Window;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Time without a run between two windows that should follow each other.
 *
 * @param range from the end of the one to the start of the other
 * @param windows how many windows are missing; absent where they do not fit evenly
 */
record SiteGap(Window range, OptionalLong windows) {
    /** The gap between two windows of one length, the earlier first; empty where they meet, or nothing says they should. */
    static Optional<SiteGap> between(SiteLight earlier, SiteLight later) {
        if (!earlier.regular()
                || !later.regular()
                || !earlier.window().end().isBefore(later.window().start())) {
            return Optional.empty();
        }
        Window range = new Window(
                /* start= */ earlier.window().end(), /* end= */ later.window().start());
        return Optional.of(new SiteGap(range, WindowLength.of(later.window()).countIn(range)));
    }

    /** What is missing, in words. */
    String words() {
        if (windows.isEmpty()) {
            return "no run";
        }
        long count = windows.getAsLong();
        return count + (count == 1 ? " window" : " windows") + " without a run";
    }
}
