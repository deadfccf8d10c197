package io.lakewarden.jobs.config;

import io.lakewarden.result.Window;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * How long a window is: {@code windows}, an ISO-8601 duration ({@code PT1H}) or period ({@code P1D}, {@code P1W},
 * {@code P1M}, {@code P3M}, {@code P1Y}). Granules lie on the UTC calendar, without gaps: months and years count from
 * January of year 0, weeks begin on Monday, days and shorter ones count from 1970-01-01T00:00Z.
 */
public final class Granularity {
    private static final long SECONDS_PER_DAY = 86_400;
    private static final long LONGEST_MONTHS = 1_200;
    private static final long LONGEST_SECONDS = 36_525 * SECONDS_PER_DAY;
    private static final long MOST_GRANULES = 100_000;
    private static final LocalDate DAY_ZERO = LocalDate.EPOCH;
    private static final LocalDate MONDAY_ZERO = LocalDate.of(1969, 12, 29);
    private static final LocalDate MONTH_ZERO = LocalDate.of(0, 1, 1);

    private final String text;
    private final long months;
    private final long seconds;
    private final Instant origin;

    private Granularity(String text, long months, long seconds, LocalDate origin) {
        this.text = text;
        this.months = months;
        this.seconds = seconds;
        this.origin = origin.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    /**
     * Reads a duration or period.
     *
     * @throws IllegalArgumentException with one sentence that says what was expected
     */
    public static Granularity parse(String text) {
        try {
            if (text.contains("T")) {
                Duration duration = Duration.parse(text);
                if (duration.toSeconds() > 0
                        && duration.toSeconds() <= LONGEST_SECONDS
                        && duration.equals(Duration.ofSeconds(duration.toSeconds()))) {
                    return new Granularity(text, 0, duration.toSeconds(), DAY_ZERO);
                }
            } else {
                Period period = Period.parse(text);
                long months = period.toTotalMonths();
                long days = period.get(ChronoUnit.DAYS);
                if (months > 0 && months <= LONGEST_MONTHS && days == 0) {
                    return new Granularity(text, months, 0, MONTH_ZERO);
                }
                if (months == 0 && days > 0 && days <= LONGEST_SECONDS / SECONDS_PER_DAY) {
                    return new Granularity(text, 0, days * SECONDS_PER_DAY, days % 7 == 0 ? MONDAY_ZERO : DAY_ZERO);
                }
            }
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(expectation(text), e);
        }
        throw new IllegalArgumentException(expectation(text));
    }

    private static String expectation(String text) {
        return "'" + text + "' is no window length; expected an ISO 8601 duration or period (months and days not"
                + " mixed, at most a century), such as PT1H (an hour), P1D (a day), P1W (a week from Monday) or P1M (a month)";
    }

    /** Whether a granule is a day. */
    public boolean isDaily() {
        return seconds == SECONDS_PER_DAY;
    }

    /** Whether a granule is a month. */
    public boolean isMonthly() {
        return months == 1;
    }

    /** How many granules are one round of the calendar: hours of a day, days of a week, months of a year. */
    public OptionalInt round() {
        if (isDaily()) {
            return OptionalInt.of(7);
        }
        long whole = months > 0 ? 12 : SECONDS_PER_DAY;
        long part = months > 0 ? months : seconds;
        return whole > part && whole % part == 0 ? OptionalInt.of(Math.toIntExact(whole / part)) : OptionalInt.empty();
    }

    /** The granule that the instant lies in. */
    public Window containing(Instant instant) {
        long index = indexOf(instant);
        return new Window(startOf(index), startOf(index + 1));
    }

    /**
     * The granules that make up a range.
     *
     * @throws IllegalArgumentException with one sentence, if the range does not begin and end at a granule's border
     */
    public List<Window> split(Window range) {
        Instant start = containing(range.start()).start();
        Window last = containing(range.end().minusNanos(1));
        if (!start.equals(range.start()) || !last.end().equals(range.end())) {
            throw new IllegalArgumentException("the window " + range + " does not consist of whole windows of " + text
                    + "; the nearest that does is " + new Window(start, last.end()));
        }
        long count = indexOf(last.start()) - indexOf(start) + 1;
        if (count > MOST_GRANULES) {
            throw new IllegalArgumentException("the window " + range + " consists of " + count + " windows of " + text
                    + "; expected at most " + MOST_GRANULES + " at once");
        }
        return within(range);
    }

    /** The granules that lie wholly in a range; what is left at its ends belongs to none. */
    public List<Window> within(Window range) {
        long first = indexOf(range.start());
        if (startOf(first).isBefore(range.start())) {
            first++;
        }
        List<Window> granules = new ArrayList<>();
        for (long index = first; !startOf(index + 1).isAfter(range.end()); index++) {
            granules.add(new Window(startOf(index), startOf(index + 1)));
        }
        return List.copyOf(granules);
    }

    /** Whether a range begins and ends at a granule's border. */
    public boolean tiles(Window range) {
        return containing(range.start()).start().equals(range.start())
                && containing(range.end()).start().equals(range.end());
    }

    /** Whether the window is a granule. */
    public boolean holds(Window window) {
        return containing(window.start()).equals(window);
    }

    /** The granule {@code steps} later than the one that begins with {@code window}; earlier where negative. */
    public Window shift(Window window, long steps) {
        long index = indexOf(window.start()) + steps;
        return new Window(startOf(index), startOf(index + 1));
    }

    private long indexOf(Instant instant) {
        if (months > 0) {
            LocalDate day = instant.atOffset(ZoneOffset.UTC).toLocalDate();
            return Math.floorDiv(day.getYear() * 12L + day.getMonthValue() - 1, months);
        }
        return Math.floorDiv(instant.getEpochSecond() - origin.getEpochSecond(), seconds);
    }

    private Instant startOf(long index) {
        return months > 0
                ? MONTH_ZERO
                        .plusMonths(index * months)
                        .atStartOfDay(ZoneOffset.UTC)
                        .toInstant()
                : origin.plusSeconds(index * seconds);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Granularity that && text.equals(that.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    /** The text it was read from. */
    @Override
    public String toString() {
        return text;
    }
}
