package io.lakewarden.jobs.init;

import io.lakewarden.jobs.config.DriftConfig;
import io.lakewarden.jobs.config.Granularity;
import io.lakewarden.result.Window;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How the time that the data cover is divided: long enough windows that each has rows, and a reference of the first half.
 *
 * @param windows how long a window is; absent where no length gives several windows with enough rows
 * @param reference the range to hold the rest against
 * @param current what comes after it
 * @param sentences why
 */
record WindowGuess(Optional<Granularity> windows, Window reference, Window current, List<Guess> sentences) {
    /** How many windows lie in a year, so that a reference is made of whole years where it can. */
    private static final Map<String, Integer> LENGTHS =
            new TreeMap<>(Map.of("PT1H", 24 * 365, "P1D", 365, "P1W", 52, "P1M", 12, "P3M", 4, "P1Y", 1));

    private static final List<String> SHORTEST_FIRST = List.of("PT1H", "P1D", "P1W", "P1M", "P3M", "P1Y");
    private static final List<Integer> ENOUGH_ROWS = List.of(300, 100, 30);
    private static final int FEWEST_WINDOWS = 4;
    private static final int MOST_WINDOWS = 400;
    private static final int MOST_RUN = 60;
    private static final int RUN_OF_MANY = 24;
    private static final Duration DAYS_OF_HOURS = Duration.ofDays(4);
    private static final double MOST_UNJUDGED = 0.05;
    private static final int FAR = 5;
    private static final int EDGE = 1_000;

    WindowGuess {
        sentences = List.copyOf(sentences);
    }

    /**
     * A division; empty where all rows are of the same moment.
     *
     * @param moments when the rows that were looked at happened
     * @param scale how many times more rows there are
     */
    static Optional<WindowGuess> of(List<Instant> moments, double scale) {
        List<Instant> ordered = moments.stream().sorted().toList();
        if (ordered.isEmpty() || ordered.get(0).equals(ordered.get(ordered.size() - 1))) {
            return Optional.empty();
        }
        List<Guess> sentences = new ArrayList<>();
        List<Instant> inner = withoutStrays(ordered, sentences);
        boolean isLong =
                Duration.between(inner.get(0), inner.get(inner.size() - 1)).compareTo(DAYS_OF_HOURS) > 0;
        for (int enough : ENOUGH_ROWS) {
            for (String length : SHORTEST_FIRST) {
                if (length.equals("PT1H") && isLong) {
                    continue;
                }
                Division division = Division.of(Granularity.parse(length), inner, scale);
                if (division.windows() >= FEWEST_WINDOWS
                        && division.windows() <= MOST_WINDOWS
                        && division.isFilled()
                        && division.isJudged()
                        && division.usualRows() >= enough) {
                    return Optional.of(divided(division, length, sentences));
                }
            }
        }
        return Optional.of(halved(inner, sentences));
    }

    /** A single row of 1970 would make decades of empty windows. */
    private static List<Instant> withoutStrays(List<Instant> ordered, List<Guess> sentences) {
        int edge = Math.max(1, ordered.size() / EDGE);
        if (ordered.size() < EDGE / 10) {
            return ordered;
        }
        Instant low = ordered.get(edge);
        Instant high = ordered.get(ordered.size() - 1 - edge);
        Duration inside = Duration.between(low, high);
        Duration all = Duration.between(ordered.get(0), ordered.get(ordered.size() - 1));
        if (inside.isZero() || all.compareTo(inside.multipliedBy(FAR)) <= 0) {
            return ordered;
        }
        List<Instant> inner = ordered.stream()
                .filter(moment -> !moment.isBefore(low) && !moment.isAfter(high))
                .toList();
        sentences.add(Guess.doubtful(
                "time",
                "a few rows lie far away, from " + day(ordered.get(0)) + " to " + day(ordered.get(ordered.size() - 1))
                        + "; windows are those of the others"));
        return inner;
    }

    private static WindowGuess divided(Division division, String length, List<Guess> sentences) {
        int half = division.windows() / 2;
        int year = LENGTHS.get(length);
        int count = half >= year ? half - half % year : half;
        while (count < division.windows() - 1 && division.rowsOfFirst(count) < ENOUGH_ROWS.get(1)) {
            count++;
        }
        Window reference = division.range(0, count);
        int rest = division.windows() - count;
        Window current = rest <= MOST_RUN
                ? division.range(count, division.windows())
                : division.range(division.windows() - RUN_OF_MANY, division.windows());
        sentences.add(Guess.sure(
                "windows",
                length + ": " + Words.counted(division.windows(), "window") + ", usually of about "
                        + Words.counted(division.usualRows(), "row")
                        + (rest <= MOST_RUN ? "" : "; the command below runs the last " + RUN_OF_MANY)));
        sentences.add(Guess.sure(
                "reference", reference + ": the first " + count + " of the " + division.windows() + " windows"));
        if (count < year && !length.equals("PT1H")) {
            sentences.add(Guess.doubtful(
                    "reference", "it is shorter than a year, so that season and drift cannot be told apart"));
        }
        return new WindowGuess(Optional.of(division.length()), reference, current, sentences);
    }

    /** No windows of one length: the reference is the earlier half of the rows, and what follows is one window. */
    private static WindowGuess halved(List<Instant> ordered, List<Guess> sentences) {
        Instant first = ordered.get(0);
        Instant last = ordered.get(ordered.size() - 1);
        Instant middle = ordered.get(ordered.size() / 2);
        for (ChronoUnit unit : List.of(ChronoUnit.DAYS, ChronoUnit.HOURS, ChronoUnit.SECONDS, ChronoUnit.MILLIS)) {
            Instant start = first.truncatedTo(unit);
            Instant end = last.truncatedTo(unit).plus(1, unit);
            Instant cut = middle.truncatedTo(unit);
            if (!cut.isAfter(start)) {
                cut = start.plus(1, unit);
            }
            if (!cut.isAfter(last)) {
                sentences.add(Guess.sure(
                        "windows", "none of one length: too few rows, or too short a time, for several of them"));
                Window reference = new Window(start, cut);
                sentences.add(Guess.sure("reference", reference + ": about the earlier half of the rows"));
                return new WindowGuess(Optional.empty(), reference, new Window(cut, end), sentences);
            }
        }
        throw new IllegalStateException("two moments lie in one millisecond: " + first + " and " + last);
    }

    private static String day(Instant moment) {
        return moment.toString().substring(0, 10);
    }

    /**
     * Time cut into windows.
     *
     * @param length how long they are
     * @param all the windows from the first row to the last
     * @param rows by start of a window, how many rows of the sample it holds
     * @param scale how many times more rows there are
     */
    private record Division(Granularity length, List<Window> all, TreeMap<Instant, Integer> rows, double scale) {
        static Division of(Granularity length, List<Instant> ordered, double scale) {
            TreeMap<Instant, Integer> rows = new TreeMap<>();
            Window window = length.containing(ordered.get(0));
            Window all = window.hull(length.containing(ordered.get(ordered.size() - 1)));
            for (Instant moment : ordered) {
                if (!window.contains(moment)) {
                    window = length.containing(moment);
                }
                rows.merge(window.start(), 1, Integer::sum);
            }
            return new Division(length, length.within(all), rows, scale);
        }

        int windows() {
            return all.size();
        }

        /** The rows of the middle one of the windows that have any; where the sample has gaps, of each on average. */
        long usualRows() {
            if (scale > 1) {
                return Math.round(scale * rowsOfFirst(all.size()) / all.size());
            }
            List<Integer> ordered = rows.values().stream().sorted().toList();
            return ordered.get(ordered.size() / 2);
        }

        /** Whether most windows have rows: days cut into hours leave 23 of 24 empty. */
        boolean isFilled() {
            return scale > 1 || 2 * rows.size() >= all.size();
        }

        /** Whether next to no window, but for the first and the last, has fewer rows than a run needs to judge it. */
        boolean isJudged() {
            long least = DriftConfig.DEFAULTS.minimumRows();
            long few = rows.entrySet().stream()
                    .filter(window -> !window.getKey().equals(rows.firstKey())
                            && !window.getKey().equals(rows.lastKey())
                            && window.getValue() < least)
                    .count();
            return scale > 1 || few <= MOST_UNJUDGED * rows.size();
        }

        long rowsOfFirst(int count) {
            return rows.headMap(all.get(count - 1).end()).values().stream()
                    .mapToLong(Integer::longValue)
                    .sum();
        }

        Window range(int from, int until) {
            return new Window(all.get(from).start(), all.get(until - 1).end());
        }
    }
}
