package io.lakewarden.jobs.init;

import io.lakewarden.jobs.config.SourceFormat;
import io.lakewarden.spark.profile.ColumnPath;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Guesses what a column holds, and which of its values mean none. */
final class ColumnGuesser {
    private static final double MOSTLY = 0.9;
    private static final int SHORTEST_DATE = 8;

    private final SampledColumn column;
    private final SourceFormat format;
    private final boolean whole;
    private final Map<String, Integer> counts;

    private ColumnGuesser(SampledColumn column, SourceFormat format, boolean whole) {
        this.column = column;
        this.format = format;
        this.whole = whole;
        this.counts = column.counts();
    }

    /**
     * The guess.
     *
     * @param whole whether all rows are in the sample, so that no other value can come
     */
    static ColumnGuess of(SampledColumn column, SourceFormat format, boolean whole) {
        ColumnGuesser guesser = new ColumnGuesser(column, format, whole);
        return column.storedType().isPresent()
                ? guesser.stored(column.storedType().get())
                : guesser.text();
    }

    /** A column of CSV files, where texts are all there is. */
    private ColumnGuess text() {
        Map<String, Integer> rest = NullWords.without(counts);
        if (counts.isEmpty()) {
            return guess(ColumnContent.EMPTY, "string", List.of(), Optional.empty(), Optional.empty());
        }
        if (all(rest, text -> Cells.isNumber(text) && !Cells.isCode(text))) {
            return number(rest);
        }
        if (all(rest, Cells::isTruth)) {
            return guess(
                    ColumnContent.TRUTH, "boolean", NullWords.amongNumbers(counts), Optional.empty(), Optional.empty());
        }
        if (all(rest, Cells::isDay)) {
            return dated(ColumnContent.DAY, "date", rest);
        }
        if (all(rest, text -> Cells.isDay(text) || Cells.isMoment(text))) {
            return dated(ColumnContent.MOMENT, "timestamp", rest);
        }
        return words("string", rest);
    }

    private ColumnGuess number(Map<String, Integer> rest) {
        Sentinels sentinels = Sentinels.of(rest);
        List<String> nullValues = joined(NullWords.amongNumbers(counts), sentinels.taken());
        boolean whole = all(rest, Cells::isWhole);
        Optional<TimeForm> time = whole ? countedTimes(rest, sentinels) : Optional.empty();
        if (time.isPresent()) {
            return guess(ColumnContent.DATED_TEXT, "string", nullValues, time, Optional.empty());
        }
        return guess(
                whole ? ColumnContent.WHOLE : ColumnContent.NUMBER,
                whole ? wholeType(rest.keySet()) : "double",
                nullValues,
                Optional.empty(),
                sentinels.note());
    }

    /** 20110131 is a date, and 1300000000 a time, where the column's name says so. */
    private Optional<TimeForm> countedTimes(Map<String, Integer> numbers, Sentinels sentinels) {
        if (!Names.hasWord(column.name(), Names.TIMES)) {
            return Optional.empty();
        }
        Map<String, Integer> rest = new LinkedHashMap<>(numbers);
        sentinels.taken().forEach(rest::remove);
        return compactDates(rest).or(() -> EpochTimes.of(rest.keySet()));
    }

    private Optional<TimeForm> compactDates(Map<String, Integer> rest) {
        return all(rest, text -> text.length() == SHORTEST_DATE)
                ? TimeForms.of(rest, column.texts())
                        .filter(form -> form.instants().size() == rest.size())
                : Optional.empty();
    }

    private String wholeType(Set<String> texts) {
        boolean small = texts.stream()
                .mapToLong(Long::parseLong)
                .allMatch(value -> value >= Integer.MIN_VALUE && value <= Integer.MAX_VALUE);
        return small && whole ? "int" : "bigint";
    }

    private ColumnGuess dated(ColumnContent content, String type, Map<String, Integer> rest) {
        return guess(content, type, NullWords.amongNumbers(counts), Optional.of(iso(rest)), Optional.empty());
    }

    private ColumnGuess words(String type, Map<String, Integer> rest) {
        Optional<TimeForm> time = TimeForms.of(rest, column.texts());
        if (time.isPresent()) {
            return guess(ColumnContent.DATED_TEXT, type, NullWords.amongNumbers(counts), time, Optional.empty());
        }
        long commas = rest.keySet().stream().filter(Cells::hasDecimalComma).count();
        long numbers = rest.keySet().stream()
                .filter(text -> Cells.isNumber(text) && !Cells.isCode(text))
                .count();
        Optional<String> note = Optional.empty();
        if (commas > 0 && commas + numbers >= MOSTLY * rest.size()) {
            note = Optional.of("its numbers have a decimal comma, unlike those of other columns: they stay texts");
        } else if (numbers >= MOSTLY * rest.size() && numbers < rest.size()) {
            String other = rest.keySet().stream()
                    .filter(text -> !Cells.isNumber(text))
                    .findFirst()
                    .orElse("");
            note = Optional.of("it is text because of values such as " + Words.shown(other)
                    + "; list them under source.null_values and set its type if they mean missing");
        }
        return guess(ColumnContent.TEXT, type, NullWords.amongTexts(counts), Optional.empty(), note);
    }

    /** A column of a table that has types. */
    private ColumnGuess stored(String type) {
        String name = type.toLowerCase(Locale.ROOT).replaceFirst("\\(.*", "");
        Map<String, Integer> rest = NullWords.without(counts);
        if (counts.isEmpty()) {
            return stored(ColumnContent.EMPTY, List.of(), Optional.empty(), Optional.empty());
        }
        return switch (name) {
            case "tinyint", "smallint", "int", "bigint" -> storedNumber(ColumnContent.WHOLE);
            case "float", "double", "decimal" -> storedNumber(ColumnContent.NUMBER);
            case "boolean" -> stored(ColumnContent.TRUTH, List.of(), Optional.empty(), Optional.empty());
            case "date" -> stored(ColumnContent.DAY, List.of(), Optional.of(iso(counts)), Optional.empty());
            case "timestamp", "timestamp_ntz" ->
                stored(ColumnContent.MOMENT, List.of(), Optional.of(iso(counts)), Optional.empty());
            default -> storedText(rest);
        };
    }

    private ColumnGuess storedNumber(ColumnContent content) {
        Map<String, Integer> finite = new LinkedHashMap<>(counts);
        finite.keySet().removeIf(text -> !Cells.isNumber(text));
        Sentinels sentinels = Sentinels.of(finite);
        Optional<TimeForm> time = content == ColumnContent.WHOLE ? countedTimes(finite, sentinels) : Optional.empty();
        if (time.isPresent()) {
            return stored(ColumnContent.DATED_TEXT, sentinels.taken(), time, Optional.empty());
        }
        return stored(content, sentinels.taken(), Optional.empty(), sentinels.note());
    }

    /** A date in JSON is a text, but can be given a type; one in a Parquet file needs a pattern. */
    private ColumnGuess storedText(Map<String, Integer> rest) {
        boolean typed =
                format == SourceFormat.JSON && ColumnPath.names(column.path()).size() == 1;
        if (typed && all(rest, Cells::isDay)) {
            return dated(ColumnContent.DAY, "date", rest);
        }
        if (typed && all(rest, text -> Cells.isDay(text) || Cells.isMoment(text))) {
            return dated(ColumnContent.MOMENT, "timestamp", rest);
        }
        ColumnGuess words = words("string", rest);
        return new ColumnGuess(
                column,
                words.content(),
                Optional.empty(),
                words.nullValues(),
                words.counts(),
                words.time(),
                words.note());
    }

    private ColumnGuess stored(
            ColumnContent content, List<String> nullValues, Optional<TimeForm> time, Optional<String> note) {
        return new ColumnGuess(column, content, Optional.empty(), nullValues, present(nullValues), time, note);
    }

    private ColumnGuess guess(
            ColumnContent content,
            String type,
            List<String> nullValues,
            Optional<TimeForm> time,
            Optional<String> note) {
        return new ColumnGuess(column, content, Optional.of(type), nullValues, present(nullValues), time, note);
    }

    private Map<String, Integer> present(List<String> nullValues) {
        Map<String, Integer> present = new LinkedHashMap<>(counts);
        nullValues.forEach(present::remove);
        return present;
    }

    private static TimeForm iso(Map<String, Integer> counts) {
        Map<String, Instant> instants = new LinkedHashMap<>();
        counts.keySet().forEach(text -> Cells.instant(text).ifPresent(instant -> instants.put(text, instant)));
        return new TimeForm(Optional.empty(), instants, "", false);
    }

    private static boolean all(Map<String, Integer> counts, Predicate<String> test) {
        return !counts.isEmpty() && counts.keySet().stream().allMatch(test);
    }

    private static List<String> joined(List<String> first, List<String> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }
}
