package io.lakewarden.jobs.run;

import io.lakewarden.jobs.config.MonitorConfig;
import io.lakewarden.jobs.config.ReferenceConfig;
import io.lakewarden.result.Window;
import java.util.List;
import java.util.stream.IntStream;

/** Which earlier windows a window's result takes from, and which later ones take from it. */
final class Neighbours {
    private final MonitorConfig config;
    private final int depth;

    Neighbours(MonitorConfig config) {
        this.config = config;
        this.depth = config.time().isEmpty() || config.windows().isEmpty()
                ? 0
                : config.reference() instanceof ReferenceConfig.Previous previous ? previous.windows() : 1;
    }

    /** The windows just before, oldest first; none where the monitor has no rhythm. */
    List<Window> before(Window window) {
        return IntStream.rangeClosed(1, depth)
                .mapToObj(step -> config.windows().orElseThrow().shift(window, step - depth - 1L))
                .toList();
    }

    /** How many windows on either side are concerned. */
    int depth() {
        return depth;
    }
}
