package io.lakewarden.jobs.init;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Words that stand for "no value". */
final class NullWords {
    /** Nobody writes these for anything else. */
    private static final Set<String> CERTAIN =
            Set.of("?", "NA", "N/A", "n/a", "#N/A", "NULL", "null", "Null", "NaN", "nan", "\\N");

    /** These may as well be a category of their own. */
    private static final Set<String> LIKELY = Set.of("None", "unknown", "Unknown", "UNKNOWN", "missing", "Missing");

    /** These mean nothing among numbers and times only. */
    private static final Set<String> AMONG_NUMBERS = Set.of("none", "-", "--", ".", "na");

    private static final double MOSTLY = 0.8;

    private NullWords() {}

    /** The values without any word that could stand for none. */
    static Map<String, Integer> without(Map<String, Integer> counts) {
        Map<String, Integer> rest = new LinkedHashMap<>(counts);
        rest.keySet().removeIf(text -> CERTAIN.contains(text) || LIKELY.contains(text) || AMONG_NUMBERS.contains(text));
        return rest;
    }

    /** The words for none in a column whose other values are numbers or times. */
    static List<String> amongNumbers(Map<String, Integer> counts) {
        Set<String> rest = without(counts).keySet();
        return counts.keySet().stream().filter(text -> !rest.contains(text)).toList();
    }

    /** The words for none in a column of texts; none where there is nothing else, or NA is one of many codes of two letters. */
    static List<String> amongTexts(Map<String, Integer> counts) {
        List<String> words = counts.keySet().stream()
                .filter(text -> CERTAIN.contains(text) || LIKELY.contains(text))
                .filter(text -> !text.equals("NA") || !areCodes(counts.keySet()))
                .toList();
        return words.size() == counts.size() ? List.of() : words;
    }

    /** Whether a word may as well be a category. */
    static boolean isDoubtful(String word) {
        return LIKELY.contains(word);
    }

    private static boolean areCodes(Set<String> texts) {
        long codes = texts.stream().filter(text -> text.matches("[A-Z]{2}")).count();
        return codes > 2 && codes >= MOSTLY * texts.size();
    }
}
