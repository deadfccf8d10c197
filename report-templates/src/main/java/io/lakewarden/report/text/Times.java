package io.lakewarden.report.text;

import io.lakewarden.result.Window;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** Instants and windows in UTC, as short as they stay clear. */
public final class Times {
    /** What stands between the ends of a window. */
    static final String TO = " to ";

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'", Locale.ROOT);
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("uuuu-MM", Locale.ROOT);

    /** The length of a date. */
    private static final int SHORT = 10;

    private Times() {}

    /** {@code 2026-04-01 02:03 UTC}. */
    public static String instant(Instant instant) {
        return MINUTE.format(instant.atOffset(ZoneOffset.UTC));
    }

    /** A point in time counted in microseconds since 1970: its date, with the time where that is not midnight. */
    public static String micros(double micros) {
        Instant instant = Instant.EPOCH.plus((long) micros, ChronoUnit.MICROS);
        return isMidnight(instant) ? date(instant).toString() : instant(instant);
    }

    /** {@code 2026-03} for a month, {@code 2026} for a year, {@code 2026-03-01} for a day, else start and end. */
    public static String window(Window window) {
        if (isMidnight(window.start()) && isMidnight(window.end())) {
            LocalDate start = date(window.start());
            LocalDate end = date(window.end());
            if (start.plusDays(1).equals(end)) {
                return start.toString();
            }
            if (start.getDayOfYear() == 1 && start.plusYears(1).equals(end)) {
                return Integer.toString(start.getYear());
            }
            if (start.getDayOfMonth() == 1 && start.plusMonths(1).equals(end)) {
                return MONTH.format(start);
            }
            return start + TO + end;
        }
        return instant(window.start()) + TO + instant(window.end());
    }

    /** The window by its start alone where {@link #window} would be long: {@code 2026-03-01 06:00 UTC}. */
    public static String shortWindow(Window window) {
        String full = window(window);
        if (full.length() <= SHORT) {
            return full;
        }
        return isMidnight(window.start()) ? date(window.start()).toString() : instant(window.start());
    }

    private static boolean isMidnight(Instant instant) {
        return instant.equals(instant.truncatedTo(ChronoUnit.DAYS));
    }

    private static LocalDate date(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC).toLocalDate();
    }
}
