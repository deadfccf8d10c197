package io.lakewarden.jobs.init;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** How names, values and numbers stand in sentences. */
final class Words {
    private static final int MOST_NAMES = 8;
    private static final int LONGEST_NAME = 60;

    private Words() {}

    /** A text of the data in quotes, on one line, cut off where it is long. */
    static String shown(String text, int most) {
        String line = text.replaceAll("[\\p{Cntrl}\u2028\u2029]+", " ");
        int end = line.offsetByCodePoints(0, Math.min(most, line.codePointCount(0, line.length())));
        return "'" + line.substring(0, end) + (end < line.length() ? "…" : "") + "'";
    }

    static String shown(String text) {
        return shown(text, LONGEST_NAME);
    }

    /** Several names, the first of them where there are many. */
    static String listed(List<String> names) {
        String some = names.stream().limit(MOST_NAMES).map(Words::shown).collect(Collectors.joining(", "));
        return names.size() > MOST_NAMES ? some + " and " + (names.size() - MOST_NAMES) + " more" : some;
    }

    /** A number with its noun, such as {@code 1 row} or {@code 2,679 rows}. */
    static String counted(long count, String noun) {
        return String.format(Locale.ROOT, "%,d %s%s", count, noun, count == 1 ? "" : "s");
    }
}
