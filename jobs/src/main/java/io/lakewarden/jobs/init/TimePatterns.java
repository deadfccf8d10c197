package io.lakewarden.jobs.init;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The patterns that dates and times in texts are tried with. Single letters read one digit or two, so that
 * {@code d/M/yyyy} reads {@code 1/04/2004} and {@code 10/03/2004} alike.
 */
final class TimePatterns {
    private static final List<String> YEAR_FIRST = List.of("yyyy-M-d", "yyyy/M/d", "yyyy.M.d", "yyyyMMdd");
    private static final List<String> NAMED =
            List.of("d MMM yyyy", "d-MMM-yyyy", "d-MMM-yy", "MMM d, yyyy", "d MMMM yyyy", "MMMM d, yyyy");
    private static final List<String> BETWEEN = List.of("/", ".", "-");
    private static final List<String> YEARS = List.of("yyyy", "yy");
    private static final List<String> CLOCKS = List.of(
            "",
            " H:mm",
            " H:mm:ss",
            " H:mm:ss.SSS",
            " H:mm:ss.SSSSSS",
            " H.mm",
            " H.mm.ss",
            " h:mm a",
            " h:mm:ss a",
            " H:mm:ssXXX",
            "'T'H:mm",
            "'T'H:mm:ss",
            "'T'H:mm:ss.SSS",
            "'T'H:mm:ss.SSSSSS",
            "'T'H:mmXXX",
            "'T'H:mm:ssXXX",
            "'T'H:mm:ss.SSSXXX",
            "'T'H:mm:ss.SSSSSSXXX");

    private TimePatterns() {}

    /** All of them; of two that differ in the order of day and month, the one with the day first comes first. */
    static List<String> all() {
        List<String> dates = new ArrayList<>(YEAR_FIRST);
        for (String between : BETWEEN) {
            for (String year : YEARS) {
                dates.add("d" + between + "M" + between + year);
                dates.add("M" + between + "d" + between + year);
            }
        }
        dates.addAll(NAMED);
        List<String> patterns = new ArrayList<>();
        dates.forEach(date -> CLOCKS.forEach(clock -> patterns.add(date + clock)));
        return patterns;
    }

    /** The pattern with day and month in the other order; empty where the order is plain. */
    static Optional<String> swapped(String pattern) {
        if (pattern.matches("d[/.-]M[/.-]y.*")) {
            return Optional.of("M" + pattern.charAt(1) + "d" + pattern.substring(3));
        }
        if (pattern.matches("M[/.-]d[/.-]y.*")) {
            return Optional.of("d" + pattern.charAt(1) + "M" + pattern.substring(3));
        }
        return Optional.empty();
    }

    static boolean isDayFirst(String pattern) {
        return pattern.startsWith("d");
    }
}
