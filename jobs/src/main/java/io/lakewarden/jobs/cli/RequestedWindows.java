package io.lakewarden.jobs.cli;

import io.lakewarden.jobs.config.Granularity;
import io.lakewarden.jobs.config.MonitorConfig;
import io.lakewarden.jobs.config.ReferenceConfig;
import io.lakewarden.jobs.config.UserException;
import io.lakewarden.result.Window;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** Which windows a command is about: what {@code --window}, {@code --every} or {@code --as-of} mean for a monitor. */
final class RequestedWindows {
    private final MonitorConfig config;
    private final Optional<Granularity> every;

    RequestedWindows(MonitorConfig config, Optional<Granularity> every) {
        this.config = config;
        this.every = every;
    }

    /**
     * The windows, at least one.
     *
     * @throws UserException if the monitor needs the other option, or a range cuts a window in two
     */
    List<Window> of(List<Window> ranges, Optional<LocalDate> asOf, Clock clock) {
        every.ifPresent(this::requireParts);
        if (config.time().isEmpty()) {
            if (!ranges.isEmpty()) {
                throw new UserException("--window needs a time column, and the monitor '" + config.monitor()
                        + "' has none; label the run with --as-of DATE, or add time.column");
            }
            LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
            return List.of(Window.ofDay(asOf.orElse(today)));
        }
        if (asOf.isPresent()) {
            throw new UserException("--as-of labels runs of tables without a time column, but the monitor '"
                    + config.monitor() + "' has one (" + config.time().get().column()
                    + "); say which window with --window START/END");
        }
        if (ranges.isEmpty()) {
            throw new UserException("which window? Name one with --window START/END, such as --window " + example());
        }
        List<Window> windows =
                every.or(config::windows).map(length -> split(length, ranges)).orElse(ranges);
        every.ifPresent(length -> requireTiled(length, windows));
        return windows;
    }

    private void requireParts(Granularity length) {
        if (config.windows().isEmpty()) {
            throw new UserException("--every " + length + " merges windows of the monitor, but '" + config.monitor()
                    + "' does not say how long they are; add windows, such as P1D");
        }
    }

    private void requireTiled(Granularity length, List<Window> windows) {
        Granularity own = config.windows().orElseThrow();
        windows.stream().filter(window -> !own.tiles(window)).findFirst().ifPresent(window -> {
            throw new UserException("--every: the window " + window + " of " + length
                    + " does not consist of whole windows of " + own + ", which are those of the monitor '"
                    + config.monitor() + "'");
        });
    }

    private static List<Window> split(Granularity length, List<Window> ranges) {
        try {
            return ranges.stream()
                    .flatMap(range -> length.split(range).stream())
                    .sorted()
                    .distinct()
                    .toList();
        } catch (IllegalArgumentException e) {
            throw new UserException("--window: " + e.getMessage(), e);
        }
    }

    /** The first window after the reference, where there is such a thing. */
    private Window example() {
        Optional<Window> pinned = Optional.empty();
        if (config.reference() instanceof ReferenceConfig.Pinned range) {
            pinned = Optional.of(range.window());
        } else if (config.reference() instanceof ReferenceConfig.Previous range) {
            pinned = Optional.of(range.pinned());
        }
        Instant start = pinned.map(Window::end).orElse(Instant.parse("2026-01-01T00:00:00Z"));
        return every.or(config::windows).orElse(Granularity.parse("P1M")).containing(start);
    }
}
