package io.lakewarden.jobs.init;

import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A column that holds the time of day alone, beside one that holds the day.
 *
 * @param column the column
 * @param pattern how it is written
 */
record ClockColumn(ColumnGuess column, String pattern) {
    private static final List<String> PATTERNS = List.of("H:mm:ss", "H:mm", "H.mm.ss", "H.mm");

    /** The first one that is there in as many rows as the day, and whose values are all written alike. */
    static Optional<ClockColumn> among(List<ColumnGuess> columns, ColumnGuess day) {
        return columns.stream()
                .filter(column -> column.present() >= day.present())
                .flatMap(column -> of(column).stream())
                .findFirst();
    }

    private static Optional<ClockColumn> of(ColumnGuess column) {
        Set<String> values = column.counts().keySet();
        if (column.content() != ColumnContent.TEXT || values.size() < 2) {
            return Optional.empty();
        }
        return PATTERNS.stream()
                .filter(pattern -> readsAll(pattern, values))
                .findFirst()
                .map(pattern -> new ClockColumn(column, pattern));
    }

    private static boolean readsAll(String pattern, Set<String> values) {
        DateTimeFormatter format =
                DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
        return values.stream().allMatch(value -> Cells.isClock(value) && reads(format, value));
    }

    private static boolean reads(DateTimeFormatter format, String value) {
        try {
            Objects.requireNonNull(LocalTime.parse(value, format));
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }

    String path() {
        return column.path();
    }

    /** The form of a column of days with this one behind it; the windows to guess are of days at least, so that its moments stay days. */
    TimeForm behind(TimeForm days) {
        String day = days.pattern().orElse("yyyy-MM-dd");
        String both = day.startsWith("[") ? day.replace("]", " " + pattern + "]") : day + " " + pattern;
        return new TimeForm(Optional.of(both), days.instants(), days.evidence(), days.ambiguous());
    }
}
