package io.lakewarden.report.site;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * One step along time: a window, or a gap where windows should be.
 *
 * @param window the window; absent for a gap
 * @param gap the gap; absent for a window
 */
record Moment<T>(Optional<T> window, Optional<SiteGap> gap) {
    /** Windows in the order of time with the gaps between them, also after the window {@code before} them. */
    static <T> List<Moment<T>> of(Optional<SiteLight> before, List<T> windows, Function<T, SiteLight> light) {
        List<Moment<T>> moments = new ArrayList<>();
        Optional<SiteLight> last = before;
        for (T window : windows) {
            SiteLight next = light.apply(window);
            last.flatMap(earlier -> SiteGap.between(earlier, next))
                    .ifPresent(gap -> moments.add(new Moment<>(Optional.empty(), Optional.of(gap))));
            moments.add(new Moment<>(Optional.of(window), Optional.empty()));
            last = Optional.of(next);
        }
        return moments;
    }
}
