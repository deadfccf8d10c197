package io.lakewarden.result;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.Objects;

/**
 * A half-open time range {@code [start, end)} in UTC. Written as ISO 8601: {@code START/END}, where each end is a date
 * ({@code 2026-01-01}, midnight UTC) or an instant ({@code 2026-01-01T06:00:00Z}).
 *
 * @param start first instant inside the window
 * @param end first instant after the window; later than {@code start}
 */
public record Window(Instant start, Instant end) implements Comparable<Window> {
    private static final Comparator<Window> BY_START_THEN_END =
            Comparator.comparing(Window::start).thenComparing(Window::end);

    public Window {
        Objects.requireNonNull(start, "start");
        Objects.requireNonNull(end, "end");
        if (!start.isBefore(end)) {
            throw new IllegalArgumentException("a window ends after it starts, but got " + start + "/" + end);
        }
    }

    /** The window of one UTC day; what labels a run over data without a time column. */
    public static Window ofDay(LocalDate day) {
        return between(day, day.plusDays(1));
    }

    /** The window from midnight UTC of {@code start} to midnight UTC of {@code end}. */
    public static Window between(LocalDate start, LocalDate end) {
        return new Window(
                start.atStartOfDay(ZoneOffset.UTC).toInstant(),
                end.atStartOfDay(ZoneOffset.UTC).toInstant());
    }

    /**
     * Reads {@code START/END}.
     *
     * @throws IllegalArgumentException with one sentence that says what was expected, if the text is no window
     */
    public static Window parse(String text) {
        String[] ends = text.split("/", -1);
        if (ends.length != 2) {
            throw new IllegalArgumentException(
                    "'" + text + "' is no window; expected START/END, such as 2026-01-01/2026-02-01");
        }
        return new Window(parseInstant(ends[0].strip()), parseInstant(ends[1].strip()));
    }

    private static Instant parseInstant(String text) {
        try {
            return text.contains("T")
                    ? Instant.parse(text)
                    : LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(
                    "'" + text
                            + "' is neither a date such as 2026-01-01 nor a UTC instant such as 2026-01-01T06:00:00Z",
                    e);
        }
    }

    /** Whether the instant lies in {@code [start, end)}. */
    public boolean contains(Instant instant) {
        return !instant.isBefore(start) && instant.isBefore(end);
    }

    /** The shortest window that holds both. */
    public Window hull(Window other) {
        return new Window(start.isBefore(other.start) ? start : other.start, end.isAfter(other.end) ? end : other.end);
    }

    @Override
    public int compareTo(Window other) {
        return BY_START_THEN_END.compare(this, other);
    }

    /** The window as {@link #parse} reads it: dates where both ends are midnight UTC, instants otherwise. */
    @Override
    public String toString() {
        return isMidnight(start) && isMidnight(end)
                ? start.atOffset(ZoneOffset.UTC).toLocalDate() + "/"
                        + end.atOffset(ZoneOffset.UTC).toLocalDate()
                : start + "/" + end;
    }

    /** The window as the name of a file, on any file system: {@code START_END}, without colons. */
    public String fileName() {
        return toString().replace('/', '_').replace(":", "");
    }

    private static boolean isMidnight(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC).toLocalTime().toNanoOfDay() == 0;
    }
}
