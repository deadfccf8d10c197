package io.lakewarden.report.site;

import io.lakewarden.result.Window;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.util.Locale;
import java.util.OptionalLong;

/**
 * How long a window is on the calendar: months where it begins and ends with one, otherwise time. Windows of one length
 * make one track, for only they line up.
 *
 * @param months whole months; 0 where the length is time
 * @param time the length; zero where it is months
 */
public record WindowLength(long months, Duration time) {
    private static final long HOUR = 3_600;
    private static final long DAY = 24 * HOUR;
    private static final long WEEK = 7 * DAY;

    /** The length of a window. */
    public static WindowLength of(Window window) {
        if (beginsMonth(window.start().atOffset(ZoneOffset.UTC).toLocalDateTime())
                && beginsMonth(window.end().atOffset(ZoneOffset.UTC).toLocalDateTime())) {
            return new WindowLength(months(window), Duration.ZERO);
        }
        return new WindowLength(0, Duration.between(window.start(), window.end()));
    }

    /** The length as the name of a folder, such as {@code 1-month}, {@code 2-weeks} or {@code 6-hours}. */
    public String folder() {
        return words().replace(' ', '-');
    }

    /** The length for people, such as {@code 1 month}. */
    public String words() {
        if (months > 0) {
            return months % 12 == 0 ? words(months / 12, "year") : words(months, "month");
        }
        long seconds = time.toSeconds();
        if (!time.equals(Duration.ofSeconds(seconds))) {
            return words(time.toNanos(), "nanosecond");
        }
        if (seconds % WEEK == 0) {
            return words(seconds / WEEK, "week");
        }
        if (seconds % DAY == 0) {
            return words(seconds / DAY, "day");
        }
        if (seconds % HOUR == 0) {
            return words(seconds / HOUR, "hour");
        }
        return seconds % 60 == 0 ? words(seconds / 60, "minute") : words(seconds, "second");
    }

    /**
     * The page of the archive that a window of this length is on, named by the time that its windows start in: ten years
     * for months and longer ones, a year for weeks, a quarter for days, a week for hours, a day for shorter ones. A later
     * page has a greater name.
     */
    public String page(Window window) {
        LocalDate start = window.start().atOffset(ZoneOffset.UTC).toLocalDate();
        if (months > 0) {
            int decade = Math.floorDiv(start.getYear(), 10) * 10;
            return String.format(Locale.ROOT, "%04d-%04d", decade, decade + 9);
        }
        long seconds = time.toSeconds();
        if (seconds >= WEEK) {
            return String.format(Locale.ROOT, "%04d", start.getYear());
        }
        if (seconds >= DAY) {
            return String.format(Locale.ROOT, "%04d-Q%d", start.getYear(), start.get(IsoFields.QUARTER_OF_YEAR));
        }
        if (seconds >= HOUR) {
            return String.format(
                    Locale.ROOT,
                    "%04d-W%02d",
                    start.get(IsoFields.WEEK_BASED_YEAR),
                    start.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
        }
        return start.toString();
    }

    /** How many windows of this length make up a range; empty where they do not fit evenly. */
    OptionalLong countIn(Window range) {
        if (months > 0) {
            WindowLength whole = of(range);
            return whole.months > 0 && whole.months % months == 0
                    ? OptionalLong.of(whole.months / months)
                    : OptionalLong.empty();
        }
        Duration whole = Duration.between(range.start(), range.end());
        long count = whole.dividedBy(time);
        return time.multipliedBy(count).equals(whole) ? OptionalLong.of(count) : OptionalLong.empty();
    }

    private static long months(Window window) {
        return ChronoUnit.MONTHS.between(
                window.start().atOffset(ZoneOffset.UTC).toLocalDate(),
                window.end().atOffset(ZoneOffset.UTC).toLocalDate());
    }

    private static boolean beginsMonth(LocalDateTime time) {
        return time.getDayOfMonth() == 1 && time.toLocalTime().toNanoOfDay() == 0;
    }

    private static String words(long count, String unit) {
        return count + " " + unit + (count == 1 ? "" : "s");
    }
}
