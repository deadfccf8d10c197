package io.lakewarden.jobs.init;

import io.lakewarden.jobs.source.TimeText;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Finds the pattern that dates and times in texts are written in, or the few patterns of a column that mixes them. Whether
 * the day or the month comes first is told by all values that were looked at: one of more than 12 has only one reading.
 */
final class TimeForms {
    private static final int TRIED = 40;
    private static final int MOST_PATTERNS = 3;
    private static final double LEAST_SHARE = 0.9;
    private static final double CLEARLY = 3;
    private static final Pattern SHAPE = Pattern.compile("([0-9]{1,4}[-/.][0-9]{1,2}[-/.][0-9]{2,4}"
            + "|[0-9]{8}|[0-9]{1,2}[- ]\\p{L}{3,9}[- ][0-9]{2,4}|\\p{L}{3,9} [0-9]{1,2}, [0-9]{4})([ T].{1,25})?");

    private final Map<String, Integer> counts;
    private final List<String> texts;
    private final Map<String, Instant> instants = new LinkedHashMap<>();
    private final List<String> patterns = new ArrayList<>();
    private final List<String> evidence = new ArrayList<>();
    private boolean ambiguous;

    private TimeForms(Map<String, Integer> counts, List<String> texts) {
        this.counts = counts;
        this.texts = texts;
    }

    /**
     * How a column writes times; empty where its values are something else.
     *
     * @param counts how often each value occurs
     * @param texts the values in the order of the rows
     */
    static Optional<TimeForm> of(Map<String, Integer> counts, List<String> texts) {
        long shaped = counts.keySet().stream()
                .limit(TRIED)
                .filter(text -> SHAPE.matcher(text).matches())
                .count();
        return counts.isEmpty() || shaped < LEAST_SHARE * Math.min(TRIED, counts.size())
                ? Optional.empty()
                : new TimeForms(counts, texts).find();
    }

    private Optional<TimeForm> find() {
        Set<String> left = new LinkedHashSet<>(counts.keySet());
        List<String> candidates = new ArrayList<>(TimePatterns.all());
        while (!left.isEmpty() && patterns.size() < MOST_PATTERNS) {
            Optional<Reading> best = candidates.stream()
                    .filter(pattern -> fitsSome(pattern, left))
                    .map(pattern -> Reading.of(pattern, left, counts))
                    .max(Comparator.comparingLong(Reading::rows));
            if (best.isEmpty()) {
                break;
            }
            Reading chosen = withOrder(best.get(), left);
            candidates.removeIf(pattern -> TimePatterns.swapped(pattern).isPresent()
                    && TimePatterns.swapped(chosen.pattern()).isPresent()
                    && TimePatterns.isDayFirst(pattern) != TimePatterns.isDayFirst(chosen.pattern()));
            patterns.add(chosen.pattern());
            instants.putAll(chosen.instants());
            left.removeAll(chosen.instants().keySet());
        }
        long all = counts.values().stream().mapToLong(Integer::longValue).sum();
        long misfits = left.stream().mapToLong(counts::get).sum();
        if (patterns.isEmpty() || misfits > (1 - LEAST_SHARE) * all) {
            return Optional.empty();
        }
        if (misfits > 0) {
            evidence.add(Words.counted(misfits, "row") + " such as "
                    + Words.shown(left.iterator().next()) + " do not fit and count as without time");
        }
        return Optional.of(new TimeForm(Optional.of(joined()), instants, String.join("; ", evidence), ambiguous));
    }

    /** The longest first: a shorter one would take the beginning of a text and leave the rest over. */
    private String joined() {
        return patterns.size() == 1
                ? patterns.get(0)
                : patterns.stream()
                        .sorted(Comparator.comparingInt(String::length).reversed())
                        .reduce("", (text, pattern) -> text + "[" + pattern + "]");
    }

    /** Where day and month can be told apart, says by what; where not, decides by the order of the rows. */
    private Reading withOrder(Reading best, Set<String> left) {
        Optional<String> swapped = TimePatterns.swapped(best.pattern());
        if (swapped.isEmpty()) {
            return best;
        }
        Reading other = Reading.of(swapped.get(), left, counts);
        if (other.rows() < best.rows()) {
            String example = best.instants().keySet().stream()
                    .filter(text -> !other.instants().containsKey(text))
                    .findFirst()
                    .orElseThrow();
            long only = best.instants().keySet().stream()
                    .filter(text -> !other.instants().containsKey(text))
                    .mapToLong(counts::get)
                    .sum();
            evidence.add("the " + first(best) + " comes first, for " + Words.counted(only, "row") + " such as "
                    + Words.shown(example) + " can be read in no other way");
            return best;
        }
        ambiguous = true;
        boolean asTold = TimePatterns.isDayFirst(best.pattern());
        Reading dayFirst = asTold ? best : other;
        Reading monthFirst = asTold ? other : best;
        double byDay = wandering(dayFirst);
        double byMonth = wandering(monthFirst);
        boolean inOrder = byDay * CLEARLY < byMonth || byMonth * CLEARLY < byDay;
        boolean dayLikelier = inOrder ? byDay < byMonth : best.pattern().charAt(1) == '.';
        Reading chosen = dayLikelier ? dayFirst : monthFirst;
        evidence.add("AMBIGUOUS: every value can be read with the day or the month first; taken with the "
                + first(chosen) + " first, "
                + (inOrder ? "because the rows are in order then" : "as is usual for this way of writing")
                + "; otherwise write " + (dayLikelier ? monthFirst : dayFirst).pattern());
        return chosen;
    }

    private static String first(Reading reading) {
        return TimePatterns.isDayFirst(reading.pattern()) ? "day" : "month";
    }

    /** How far the rows jump in time, in all: little where they are in order. */
    private double wandering(Reading reading) {
        double days = 0;
        Instant before = null;
        for (String text : texts) {
            Instant now = reading.instants().get(text.trim());
            if (now != null && before != null) {
                days += Math.abs(Duration.between(before, now).toSeconds()) / 86_400.0;
            }
            before = now == null ? before : now;
        }
        return days;
    }

    private static boolean fitsSome(String pattern, Set<String> left) {
        TimeText reader = new TimeText(pattern);
        return left.stream().limit(TRIED).anyMatch(text -> reader.call(text) != null);
    }

    /**
     * What a pattern makes of the values.
     *
     * @param pattern the pattern
     * @param instants by text that fits, the moment
     * @param rows how many rows have such a text
     */
    private record Reading(String pattern, Map<String, Instant> instants, long rows) {
        static Reading of(String pattern, Set<String> texts, Map<String, Integer> counts) {
            TimeText reader = new TimeText(pattern);
            Map<String, Instant> instants = new LinkedHashMap<>();
            long rows = 0;
            for (String text : texts) {
                Instant instant = reader.call(text);
                if (instant != null) {
                    instants.put(text, instant);
                    rows += counts.get(text);
                }
            }
            return new Reading(pattern, instants, rows);
        }
    }
}
