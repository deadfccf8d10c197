package io.lakewarden.jobs.init;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoField;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Columns of whole numbers that say no more than when a row happened. They move from window to window by themselves,
 * which is no drift.
 *
 * @param rising those that never fall as time goes on, such as a year
 * @param repeating those that name the month or the day of the week, which a short window has few of
 */
record CalendarColumns(Set<String> rising, Set<String> repeating) {
    static final CalendarColumns NONE = new CalendarColumns(Set.of(), Set.of());
    private static final int MOST_VALUES = 200;
    private static final int FEWEST_MOMENTS = 10;

    CalendarColumns {
        rising = Set.copyOf(rising);
        repeating = Set.copyOf(repeating);
    }

    static CalendarColumns of(List<ColumnGuess> columns, TimeChoice time, WindowGuess windows) {
        Set<String> rising = new HashSet<>();
        Set<String> repeating = new HashSet<>();
        for (ColumnGuess column : columns) {
            boolean few = column.content() == ColumnContent.WHOLE
                    && column.distinct() > 1
                    && column.distinct() <= MOST_VALUES
                    && !column.isUnique();
            if (few && rises(column, time)) {
                rising.add(column.path());
            } else if (few && repeats(column, time, windows)) {
                repeating.add(column.path());
            }
        }
        return new CalendarColumns(rising, repeating);
    }

    private static boolean rises(ColumnGuess column, TimeChoice time) {
        TreeMap<Instant, long[]> ranges = new TreeMap<>();
        List<String> texts = column.column().texts();
        List<String> times = time.column().column().texts();
        for (int row = 0; row < texts.size(); row++) {
            Instant moment = time.form().instants().get(times.get(row).trim());
            String text = texts.get(row).trim();
            if (moment != null && column.counts().containsKey(text)) {
                long value = Long.parseLong(text);
                long[] range = ranges.computeIfAbsent(moment, key -> new long[] {value, value});
                range[0] = Math.min(range[0], value);
                range[1] = Math.max(range[1], value);
            }
        }
        long highest = Long.MIN_VALUE;
        for (long[] range : ranges.values()) {
            if (range[0] < highest) {
                return false;
            }
            highest = range[1];
        }
        return ranges.size() >= FEWEST_MOMENTS;
    }

    private static boolean repeats(ColumnGuess column, TimeChoice time, WindowGuess windows) {
        return windows.windows()
                .map(Object::toString)
                .filter(length -> !length.equals("P1Y"))
                .map(length -> isOneToOne(column, time, ChronoField.MONTH_OF_YEAR)
                        || (Set.of("PT1H", "P1D").contains(length)
                                && isOneToOne(column, time, ChronoField.DAY_OF_WEEK)))
                .orElse(false);
    }

    /** Whether each value of the calendar's field has its own value in the column, always. */
    private static boolean isOneToOne(ColumnGuess column, TimeChoice time, ChronoField field) {
        Map<Integer, String> values = new HashMap<>();
        List<String> texts = column.column().texts();
        List<String> times = time.column().column().texts();
        for (int row = 0; row < texts.size(); row++) {
            Instant moment = time.form().instants().get(times.get(row).trim());
            if (moment != null) {
                String text = texts.get(row).trim();
                String known =
                        values.putIfAbsent(moment.atOffset(ZoneOffset.UTC).get(field), text);
                if (known != null && !known.equals(text)) {
                    return false;
                }
            }
        }
        return values.size() > 1 && new HashSet<>(values.values()).size() == values.size();
    }
}
